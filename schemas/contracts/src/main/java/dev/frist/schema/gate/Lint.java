package dev.frist.schema.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/** What a contract must hold to by itself. */
final class Lint {

    private static final String UNKNOWN = "UNKNOWN";

    private final List<Breach> breaches = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Lint() {}

    static List<Breach> of(Schema schema) {
        Lint lint = new Lint();
        lint.visit(schema);
        return lint.breaches;
    }

    private void visit(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    wantDoc(schema.getFullName(), schema.getDoc());
                    schema.getFields().forEach(field -> visitField(schema, field));
                }
            }
            case ENUM -> {
                if (seen.add(schema.getFullName())) {
                    wantDoc(schema.getFullName(), schema.getDoc());
                    wantUnknown(schema);
                }
            }
            case FIXED -> wantDoc(schema.getFullName(), schema.getDoc());
            case ARRAY -> visit(schema.getElementType());
            case MAP -> visit(schema.getValueType());
            case UNION -> schema.getTypes().forEach(this::visit);
            default -> {}
        }
    }

    private void visitField(Schema record, Field field) {
        String where = record.getFullName() + "." + field.name();
        wantDoc(where, field.doc());
        if (field.schema().isNullable()
                && !(field.hasDefaultValue() && JsonProperties.NULL_VALUE.equals(field.defaultVal()))) {
            breaches.add(new Breach(Rule.NULLABLE_IS_NULL_BY_DEFAULT, where, "may be null, but not by default"));
        }
        visit(field.schema());
    }

    private void wantDoc(String where, @Nullable String doc) {
        if (doc == null || doc.isBlank()) {
            breaches.add(new Breach(Rule.HAS_DOC, where, "has no doc"));
        }
    }

    private void wantUnknown(Schema schema) {
        if (!UNKNOWN.equals(schema.getEnumDefault())) {
            breaches.add(new Breach(
                    Rule.ENUM_HAS_UNKNOWN, schema.getFullName(), "has the default " + schema.getEnumDefault()));
        }
    }
}
