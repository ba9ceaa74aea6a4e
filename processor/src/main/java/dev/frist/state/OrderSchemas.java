package dev.frist.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the schema in which orders are stored. A version that was released stays as it is, for good: bytes of
 * it lie in changelogs. A new one is added below it, only with fields that have a default and stand at the end of their
 * record, and with symbols at the end of their enumeration.
 */
final class OrderSchemas {

    private static final List<String> VERSIONS = List.of("order-v1.avsc");

    private static final Map<Long, Schema> BY_FINGERPRINT = new LinkedHashMap<>();
    private static final Schema CURRENT;
    private static final long CURRENT_FINGERPRINT;

    static {
        Schema last = Schema.create(Schema.Type.NULL);
        for (String version : VERSIONS) {
            last = load(version);
            BY_FINGERPRINT.put(SchemaNormalization.parsingFingerprint64(last), last);
        }
        CURRENT = last;
        CURRENT_FINGERPRINT = SchemaNormalization.parsingFingerprint64(last);
    }

    private OrderSchemas() {}

    private static Schema load(String name) {
        try (InputStream resource = OrderSchemas.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new Schema.Parser().parse(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    /** The version that is written. */
    static Schema current() {
        return CURRENT;
    }

    static long currentFingerprint() {
        return CURRENT_FINGERPRINT;
    }

    /** The version with that fingerprint, which may be written no longer; null if there was none. */
    static @Nullable Schema find(long fingerprint) {
        return BY_FINGERPRINT.get(fingerprint);
    }

    /** The enumeration of that name in the current version. */
    static Schema enumeration(String name) {
        Schema found = find(CURRENT, name, new LinkedHashMap<>());
        if (found == null) {
            throw new IllegalStateException("the schema of the state has no " + name);
        }
        return found;
    }

    private static @Nullable Schema find(Schema in, String name, Map<Schema, Boolean> seen) {
        return switch (in.getType()) {
            case ENUM -> in.getName().equals(name) ? in : null;
            case ARRAY -> find(in.getElementType(), name, seen);
            case MAP -> find(in.getValueType(), name, seen);
            case UNION -> first(in.getTypes(), name, seen);
            case RECORD ->
                seen.put(in, true) != null
                        ? null
                        : first(
                                in.getFields().stream()
                                        .map(Schema.Field::schema)
                                        .toList(),
                                name,
                                seen);
            default -> null;
        };
    }

    private static @Nullable Schema first(List<Schema> among, String name, Map<Schema, Boolean> seen) {
        for (Schema schema : among) {
            Schema found = find(schema, name, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
