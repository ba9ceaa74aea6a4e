package dev.frist.scenario;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document that knows the line it stands on, so that every complaint can name it. */
sealed interface Node {

    /** The line of the file, counted from 1. */
    int line();

    /** What a plain scalar reads as; a quoted one is always {@link #TEXT}. */
    enum ScalarKind {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        NOTHING
    }

    /** A single value, as it stands in the file. */
    record Scalar(int line, String text, ScalarKind kind) implements Node {}

    /** Fields in the order of the file. */
    record Mapping(int line, Map<String, Entry> entries) implements Node {}

    /** A field of a mapping and the line of its name. */
    record Entry(int line, Node value) {}

    /** A list. */
    record Sequence(int line, List<Node> items) implements Node {}

    /** Whether this is an explicit null, or a field with nothing behind its colon. */
    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.kind() == ScalarKind.NOTHING;
    }

    /** What this is, for a complaint. */
    default String describe() {
        if (this instanceof Mapping) {
            return "a block of fields";
        }
        if (this instanceof Sequence) {
            return "a list";
        }
        return isNothing() ? "nothing" : "'" + ((Scalar) this).text() + "'";
    }
}
