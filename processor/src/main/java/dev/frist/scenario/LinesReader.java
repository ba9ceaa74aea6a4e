package dev.frist.scenario;

import dev.frist.scenario.Node.Entry;
import dev.frist.scenario.Node.Mapping;
import dev.frist.scenario.Node.Scalar;
import dev.frist.scenario.Node.ScalarKind;
import dev.frist.scenario.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads lines in their three spellings: {@code {L1: 2}}, {@code {L1: {quantity: 2}}} and a list with lineId. */
final class LinesReader {

    private LinesReader() {}

    /** Reads lines that must be there; an empty list where the problem was noted. */
    static <T> List<T> required(Fields fields, String what, BiFunction<String, Fields, T> line) {
        if (!fields.has("lines")) {
            fields.problem(what + " lacks the required field 'lines'");
            return List.of();
        }
        List<T> lines = orAll(fields, line);
        if (lines == null) {
            fields.problemAt("lines", what + " needs lines: null is not allowed here");
            return List.of();
        }
        return lines;
    }

    /** Reads lines of which null, or no mention, means all. */
    static <T> @Nullable List<T> orAll(Fields fields, BiFunction<String, Fields, T> line) {
        Node node = fields.node("lines");
        return node == null || node.isNothing() ? null : read(node, fields.problems(), line);
    }

    /** Reads a node that holds lines. */
    static <T> List<T> read(Node node, Problems problems, BiFunction<String, Fields, T> line) {
        List<T> lines = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((lineId, entry) -> {
                Fields fields = Fields.of(block(entry), "line " + lineId, problems);
                lines.add(line.apply(lineId, fields));
                fields.done();
            });
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                Fields fields = Fields.of(item, "a line", problems);
                lines.add(line.apply(fields.requiredText("lineId"), fields));
                fields.done();
            }
        } else {
            problems.add(
                    node.line(),
                    "lines is " + node.describe()
                            + ", but must be lines such as {L1: 2}, {L1: {quantity: 2}} or [{lineId: L1, quantity: 2}]");
        }
        return lines;
    }

    private static Node block(Entry entry) {
        return entry.value() instanceof Scalar scalar && scalar.kind() != ScalarKind.NOTHING
                ? new Mapping(scalar.line(), Map.of("quantity", entry))
                : entry.value();
    }
}
