package dev.frist.docs;

import static dev.frist.docs.Markdown.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** The records and enums of a contract, in the order in which a reader meets them, and how their types are written. */
final class ContractTypes {

    private final Map<String, Schema> named = new LinkedHashMap<>();

    private ContractTypes() {}

    static ContractTypes of(Schema contract) {
        ContractTypes types = new ContractTypes();
        List<Schema> next = List.of(contract);
        // Breadth first: the envelope, its payloads, and only then what they are made of.
        while (!next.isEmpty()) {
            List<Schema> found = new ArrayList<>();
            next.forEach(schema -> types.visit(schema, found));
            next = found;
        }
        return types;
    }

    private void visit(Schema schema, List<Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (named.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> found.add(field.schema()));
                }
            }
            case ENUM -> named.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> visit(schema.getElementType(), found);
            case MAP -> visit(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> visit(type, found));
            default -> {
                // Has no name of its own.
            }
        }
    }

    List<Schema> all() {
        return List.copyOf(named.values());
    }

    /** A type in words, with links to the records and enums of the page. */
    static String inWords(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .sorted((one, other) -> Boolean.compare(isNull(one), isNull(other)))
                        .map(ContractTypes::inWords)
                        .collect(Collectors.joining(" or "));
            case ARRAY -> "list of " + inWords(schema.getElementType());
            case MAP -> "map of string to " + inWords(schema.getValueType());
            case RECORD, ENUM ->
                Markdown.link(schema.getName(), "#" + schema.getName().toLowerCase(Locale.ROOT));
            default ->
                schema.getLogicalType() == null
                        ? schema.getType().getName()
                        : schema.getType().getName() + ", "
                                + schema.getLogicalType().getName();
        };
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() == Schema.Type.NULL;
    }

    /** What a reader takes where a field is missing; empty where it must be there. */
    static String defaultOf(Field field) {
        if (!field.hasDefaultValue()) {
            return "";
        }
        Object value = field.defaultVal();
        return code(
                value == JsonProperties.NULL_VALUE
                        ? "null"
                        : value instanceof String text ? "\"" + text + "\"" : String.valueOf(value));
    }
}
