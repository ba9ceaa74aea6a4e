package dev.frist.experiments.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Puts into one field of a valid record what its type allows and nobody expects. */
final class HostileFields {

    private static final List<String> STRINGS = List.of(
            "",
            " ",
            "\u0000",
            "O\u0000",
            "../../etc/passwd",
            "'; DROP TABLE orders; --",
            "${jndi:ldap://x/y}",
            "%s%n%x",
            "\r\nX-Header: 1",
            "\u202Eevil",
            "\uFEFFO1",
            "Å\u0308\u0301\u0323",
            "\uD83D\uDE00",
            "\uD800",
            "null",
            "O1 ",
            "{\"a\":1}",
            "١٢٣",
            "x".repeat(64),
            "x".repeat(65));
    private static final long[] LONGS = {
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        -62_135_596_800_001L,
        -1,
        0,
        1,
        Integer.MAX_VALUE + 1L,
        253_402_300_800_000L,
        8_640_000_000_000_001L,
        Long.MAX_VALUE / 2,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };
    private static final int[] INTS = {Integer.MIN_VALUE, -1, 0, 1, 65_536, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
    private static final int LONG_TEXT = 100_000;
    private static final int MANY_ITEMS = 3_000;

    private final Random random;

    HostileFields(Random random) {
        this.random = random;
    }

    /** Changes one field, however deep it lies. */
    void attack(SpecificRecord record) {
        List<Schema.Field> fields = record.getSchema().getFields();
        Schema.Field field = fields.get(random.nextInt(fields.size()));
        Object value = record.get(field.pos());
        record.put(field.pos(), hostile(value, field.schema()));
    }

    private @Nullable Object hostile(@Nullable Object value, Schema schema) {
        if (value == null) {
            return null;
        }
        if (value instanceof SpecificRecord inner) {
            attack(inner);
            return inner;
        }
        return switch (schema.getType()) {
            case UNION -> hostile(value, branch(value, schema));
            case ARRAY -> items((List<?>) value, schema.getElementType());
            case STRING -> text(String.valueOf(value));
            case INT -> INTS[random.nextInt(INTS.length)];
            case LONG -> number(value);
            case BOOLEAN -> random.nextBoolean();
            case ENUM -> any(((Enum<?>) value).getDeclaringClass().getEnumConstants());
            default -> value;
        };
    }

    private static Schema branch(Object value, Schema union) {
        return union.getTypes().get(SpecificData.get().resolveUnion(union, value));
    }

    private Object number(Object value) {
        long number = LONGS[random.nextInt(LONGS.length)];
        return value instanceof Instant ? Instant.ofEpochMilli(number) : number;
    }

    private String text(String value) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(50) == 0 ? "ä".repeat(LONG_TEXT) : value + "ä";
            case 1 -> value + STRINGS.get(random.nextInt(STRINGS.size()));
            case 2 -> value.isEmpty() ? "x" : value.substring(1);
            default -> STRINGS.get(random.nextInt(STRINGS.size()));
        };
    }

    private List<?> items(List<?> value, Schema element) {
        List<Object> items = new ArrayList<>(value);
        switch (random.nextInt(6)) {
            case 0 -> items.clear();
            case 1 -> items.addAll(value);
            case 2 -> {
                int times = random.nextInt(50) == 0 ? MANY_ITEMS : 3;
                for (int i = 0; i < times && !value.isEmpty(); i++) {
                    items.add(value.get(0));
                }
            }
            default -> {
                if (!items.isEmpty()) {
                    int at = random.nextInt(items.size());
                    items.set(at, Objects.requireNonNull(hostile(items.get(at), element)));
                }
            }
        }
        return items;
    }

    private Object any(Object[] values) {
        return values[random.nextInt(values.length)];
    }
}
