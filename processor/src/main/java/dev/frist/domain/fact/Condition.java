package dev.frist.domain.fact;

/** What was found when goods were received. {@code UNKNOWN} is refused. */
public enum Condition {
    UNKNOWN,
    AS_SOLD,
    DAMAGED,
    MISSING,
    WRONG_ITEM,
    EMPTY_PACKAGE
}
