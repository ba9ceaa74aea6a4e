package dev.frist.scenario;

import dev.frist.scenario.Node.Entry;
import dev.frist.scenario.Node.Mapping;
import dev.frist.scenario.Node.Scalar;
import dev.frist.scenario.Node.ScalarKind;
import dev.frist.scenario.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expected field may hold. Reading one against its shape tells a misspelt field or symbol from a decision that
 * differs, and turns instants into instants.
 */
sealed interface Shape {

    /** The value of a node that is not null; null with the problem noted where it does not fit. */
    @Nullable
    Object read(String what, Node node, Problems problems);

    /** A plain value. */
    enum Plain implements Shape {
        TEXT,
        NUMBER,
        INSTANT,
        /** Text by name; the names are the message's own. */
        PARAMETERS;

        @Override
        public @Nullable Object read(String what, Node node, Problems problems) {
            Values values = new Values(problems);
            return switch (this) {
                case TEXT -> values.text(what, node);
                case NUMBER -> values.number(what, node);
                case INSTANT -> values.instant(what, node);
                case PARAMETERS -> parameters(what, node, problems);
            };
        }

        private static @Nullable Object parameters(String what, Node node, Problems problems) {
            if (!(node instanceof Mapping mapping)) {
                problems.add(node.line(), what + " is " + node.describe() + ", but must be a block of parameters");
                return null;
            }
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            mapping.entries().forEach((name, entry) -> {
                boolean flag = entry.value() instanceof Scalar scalar && scalar.kind() == ScalarKind.FLAG;
                parameters.put(
                        name, flag ? ((Scalar) entry.value()).text() : new Values(problems).text(name, entry.value()));
            });
            return parameters;
        }
    }

    /** One of the symbols of an enum. */
    record Symbol<E extends Enum<E>>(Collection<E> allowed) implements Shape {

        static <E extends Enum<E>> Symbol<E> of(Class<E> type) {
            return new Symbol<>(Arrays.asList(type.getEnumConstants()));
        }

        @Override
        public @Nullable Object read(String what, Node node, Problems problems) {
            E symbol = new Values(problems).symbol(what, node, allowed);
            return symbol == null ? null : symbol.name();
        }
    }

    /** Fields, of which any may be left out. */
    record Block(Map<String, Shape> fields) implements Shape {

        @Override
        public @Nullable Object read(String what, Node node, Problems problems) {
            if (!(node instanceof Mapping mapping)) {
                problems.add(node.line(), what + " is " + node.describe() + ", but must be a block of fields");
                return null;
            }
            return readFields(what, mapping, problems);
        }

        Map<String, @Nullable Object> readFields(String what, Mapping mapping, Problems problems) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            mapping.entries().forEach((name, entry) -> {
                Shape shape = fields.get(name);
                if (shape == null) {
                    problems.add(
                            entry.line(),
                            what + " has no field '" + name + "'; allowed are " + String.join(", ", fields.keySet()));
                } else {
                    values.put(name, orNull(shape, name, entry, problems));
                }
            });
            return values;
        }

        private static @Nullable Object orNull(Shape shape, String name, Entry entry, Problems problems) {
            return entry.value().isNothing() ? null : shape.read(name, entry.value(), problems);
        }
    }

    /** A list whose items have one shape. */
    record ListOf(Shape item) implements Shape {

        @Override
        public @Nullable Object read(String what, Node node, Problems problems) {
            if (!(node instanceof Sequence sequence)) {
                problems.add(node.line(), what + " is " + node.describe() + ", but must be a list");
                return null;
            }
            List<@Nullable Object> items = new ArrayList<>();
            sequence.items().forEach(node1 -> items.add(item.read(what, node1, problems)));
            return items;
        }
    }

    /** Lines, in any of their spellings. */
    record Lines(Block line) implements Shape {

        @Override
        public @Nullable Object read(String what, Node node, Problems problems) {
            Map<String, Map<String, @Nullable Object>> lines = new LinkedHashMap<>();
            if (node instanceof Mapping mapping) {
                mapping.entries().forEach((lineId, entry) -> lines.put(lineId, one(lineId, entry.value(), problems)));
            } else if (node instanceof Sequence sequence) {
                for (Node item : sequence.items()) {
                    Fields fields = Fields.of(item, "a line", problems);
                    String lineId = fields.requiredText("lineId");
                    if (item instanceof Mapping mapping) {
                        Map<String, Entry> others = new LinkedHashMap<>(mapping.entries());
                        others.remove("lineId");
                        lines.put(lineId, one(lineId, new Mapping(item.line(), others), problems));
                    }
                }
            } else {
                problems.add(
                        node.line(),
                        what + " is " + node.describe()
                                + ", but must be lines such as {L1: 2}, {L1: {quantity: 2}} or [{lineId: L1}]");
            }
            return new LineValues(lines);
        }

        private Map<String, @Nullable Object> one(String lineId, Node node, Problems problems) {
            if (node instanceof Scalar scalar && !node.isNothing()) {
                Map<String, @Nullable Object> quantity = new LinkedHashMap<>();
                quantity.put("quantity", Plain.NUMBER.read("line " + lineId, scalar, problems));
                return quantity;
            }
            return node instanceof Mapping mapping
                    ? line.readFields("line " + lineId, mapping, problems)
                    : new LinkedHashMap<>();
        }
    }
}
