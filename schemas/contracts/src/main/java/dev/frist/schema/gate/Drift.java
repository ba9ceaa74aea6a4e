package dev.frist.schema.gate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/** Changes between two versions of a contract that keep the bytes readable and change what they mean. */
final class Drift {

    private static final Set<Schema.Type> NAMED = EnumSet.of(Schema.Type.RECORD, Schema.Type.ENUM, Schema.Type.FIXED);
    private static final List<String> LOGICAL = List.of("logicalType", "precision", "scale");

    private final String version;
    private final List<Breach> breaches = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Drift(String version) {
        this.version = version;
    }

    static List<Breach> between(Schema released, String version, Schema current) {
        Drift drift = new Drift(version);
        drift.compare(current.getFullName(), released, current);
        return drift.breaches;
    }

    private void compare(String where, Schema old, Schema now) {
        if (old.isUnion() || now.isUnion()) {
            compareUnions(where, branches(old), branches(now));
            return;
        }
        compareLogicalTypes(where, old, now);
        if (old.getType() != now.getType()) {
            // Avro's own check has judged this: a promotion in one direction, and an error in the other.
            return;
        }
        if (isNamed(old) && !old.getFullName().equals(now.getFullName())) {
            add(Rule.NAME_STAYS, where, "was " + old.getFullName() + ", is " + now.getFullName());
        }
        switch (old.getType()) {
            case RECORD -> {
                if (seen.add(old.getFullName())) {
                    compareFields(old, now);
                }
            }
            case ENUM -> {
                if (seen.add(old.getFullName())) {
                    compareSymbols(old, now);
                }
            }
            case ARRAY -> compare(where + "[]", old.getElementType(), now.getElementType());
            case MAP -> compare(where + "{}", old.getValueType(), now.getValueType());
            default -> {}
        }
    }

    private void compareUnions(String where, List<Schema> old, List<Schema> now) {
        for (Schema before : old) {
            now.stream()
                    .filter(after -> sameBranch(before, after))
                    .findFirst()
                    .ifPresent(after -> compare(where, before, after));
        }
    }

    private void compareFields(Schema old, Schema now) {
        for (Field before : old.getFields()) {
            Field after = now.getField(before.name());
            if (after != null) {
                String where = now.getFullName() + "." + after.name();
                compare(where, before.schema(), after.schema());
                if (before.hasDefaultValue()
                        && after.hasDefaultValue()
                        && !Objects.equals(before.defaultVal(), after.defaultVal())) {
                    add(Rule.DEFAULT_STAYS, where, "was " + before.defaultVal() + ", is " + after.defaultVal());
                }
            }
        }
    }

    private void compareSymbols(Schema old, Schema now) {
        for (String symbol : old.getEnumSymbols()) {
            if (!now.hasEnumSymbol(symbol)) {
                add(Rule.SYMBOL_STAYS, now.getFullName(), "has lost " + symbol);
            }
        }
    }

    private void compareLogicalTypes(String where, Schema old, Schema now) {
        for (String property : LOGICAL) {
            Object before = old.getObjectProp(property);
            Object after = now.getObjectProp(property);
            if (!Objects.equals(before, after)) {
                add(Rule.LOGICAL_TYPE_STAYS, where, property + " was " + text(before) + ", is " + text(after));
            }
        }
    }

    private void add(Rule rule, String where, String detail) {
        breaches.add(new Breach(rule, where, version + ": " + detail));
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    private static boolean sameBranch(Schema before, Schema after) {
        return before.getType() == after.getType()
                && (!isNamed(before) || before.getName().equals(after.getName()));
    }

    private static boolean isNamed(Schema schema) {
        return NAMED.contains(schema.getType());
    }

    private static String text(@Nullable Object property) {
        return property == null ? "none" : property.toString();
    }
}
