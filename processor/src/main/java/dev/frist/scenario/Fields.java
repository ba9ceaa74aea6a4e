package dev.frist.scenario;

import dev.frist.scenario.Node.Entry;
import dev.frist.scenario.Node.Mapping;
import dev.frist.scenario.Node.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one block. What is asked for is what is allowed: {@link #done()} complains of everything else. A field
 * that is missing or wrong is noted and read as a stand-in, so that one pass finds all problems.
 */
final class Fields {

    private final Mapping mapping;
    private final String what;
    private final Problems problems;
    private final Values values;
    private final Set<String> allowed = new LinkedHashSet<>();

    private Fields(Mapping mapping, String what, Problems problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** The fields of a node that must be a block; a null node counts as an empty one. */
    static Fields of(Node node, String what, Problems problems) {
        if (node instanceof Mapping mapping) {
            return new Fields(mapping, what, problems);
        }
        if (!node.isNothing()) {
            problems.add(node.line(), what + " is " + node.describe() + ", but must be a block of fields");
        }
        return new Fields(new Mapping(node.line(), Map.of()), what, problems);
    }

    int line() {
        return mapping.line();
    }

    Values values() {
        return values;
    }

    /** Whether the field is named, be it with null. */
    boolean has(String name) {
        allowed.add(name);
        return mapping.entries().containsKey(name);
    }

    /** The field's node, or null where it is not named. */
    @Nullable
    Node node(String name) {
        allowed.add(name);
        Entry entry = mapping.entries().get(name);
        return entry == null ? null : entry.value();
    }

    /** A field that has a default; an explicit null is no value. */
    <T> T optional(String name, BiFunction<String, Node, @Nullable T> reader, T fallback) {
        Node node = node(name);
        if (node == null) {
            return fallback;
        }
        T value = reader.apply(name, node);
        return value == null ? fallback : value;
    }

    /** A field that must be named; {@code standIn} is used where the problem was noted. */
    <T> T required(String name, BiFunction<String, Node, @Nullable T> reader, T standIn) {
        if (!has(name)) {
            problems.add(line(), what + " lacks the required field '" + name + "'");
        }
        return optional(name, reader, standIn);
    }

    /** A field that may be null, and is where it is not named. */
    <T> @Nullable T nullable(String name, BiFunction<String, Node, @Nullable T> reader) {
        Node node = node(name);
        return node == null || node.isNothing() ? null : reader.apply(name, node);
    }

    String text(String name, String fallback) {
        return optional(name, values::text, fallback);
    }

    String requiredText(String name) {
        return required(name, values::text, "");
    }

    @Nullable
    String nullableText(String name) {
        return nullable(name, values::text);
    }

    long requiredNumber(String name) {
        return required(name, values::number, 0L);
    }

    long requiredMillis(String name) {
        return required(name, values::instant, Instant.EPOCH).toEpochMilli();
    }

    long millis(String name, long fallback) {
        Instant instant = optional(name, values::instant, Instant.EPOCH);
        return has(name) ? instant.toEpochMilli() : fallback;
    }

    <E extends Enum<E>> E symbol(String name, Class<E> type, E fallback) {
        return optional(name, (field, node) -> values.symbol(field, node, type), fallback);
    }

    <E extends Enum<E>> E requiredSymbol(String name, Class<E> type) {
        return required(name, (field, node) -> values.symbol(field, node, type), type.getEnumConstants()[0]);
    }

    /** A list whose items are all read alike; null where it is not named or not a list. */
    <T> @Nullable List<T> list(String name, BiFunction<String, Node, @Nullable T> reader) {
        Node node = node(name);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Sequence sequence)) {
            problems.add(node.line(), name + " is " + node.describe() + ", but must be a list");
            return null;
        }
        List<T> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            T value = reader.apply(name, item);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    /** Complains of every field that nobody asked for. */
    void done() {
        mapping.entries().forEach((name, entry) -> {
            if (!allowed.contains(name)) {
                problems.add(
                        entry.line(), what + " has no field '" + name + "'; allowed are " + String.join(", ", allowed));
            }
        });
    }

    /** The names that nobody asked for so far. */
    List<String> others() {
        return mapping.entries().keySet().stream()
                .filter(name -> !allowed.contains(name))
                .toList();
    }

    void problem(String text) {
        problems.add(line(), text);
    }

    void problemAt(String name, String text) {
        Entry entry = mapping.entries().get(name);
        problems.add(entry == null ? line() : entry.line(), text);
    }

    /** The fields of a block inside this one; an empty block where it is not named. */
    Fields block(String name) {
        Node node = node(name);
        return node == null ? new Fields(new Mapping(line(), Map.of()), name, problems) : of(node, name, problems);
    }

    Problems problems() {
        return problems;
    }
}
