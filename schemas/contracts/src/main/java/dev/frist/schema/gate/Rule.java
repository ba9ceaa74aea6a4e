package dev.frist.schema.gate;

/** What a contract must hold to. */
public enum Rule {
    /** A reader with the contract reads what was written with an earlier version (Avro's own check). */
    READS_EARLIER,
    /** A reader with an earlier version reads what is written with the contract (Avro's own check). */
    READ_BY_EARLIER,
    /** A contract that was released stays. */
    CONTRACT_STAYS,
    /** A record, enum or fixed keeps its full name; Avro's check compares the name without the namespace. */
    NAME_STAYS,
    /** A logical type and its parameters (decimal precision and scale) stay; Avro's check looks at what is under it. */
    LOGICAL_TYPE_STAYS,
    /** A symbol that was released stays: what was written with it would be read as the default. */
    SYMBOL_STAYS,
    /** A default stays: where the field is missing, records already written would change their meaning. */
    DEFAULT_STAYS,
    /** Every enum has the symbol and the default UNKNOWN, so that a reader survives symbols added later. */
    ENUM_HAS_UNKNOWN,
    /** Every record, enum, fixed and field says what it means. */
    HAS_DOC,
    /** A field that may be null is null by default, so that it can be left out. */
    NULLABLE_IS_NULL_BY_DEFAULT
}
