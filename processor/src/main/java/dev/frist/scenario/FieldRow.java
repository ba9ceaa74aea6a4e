package dev.frist.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of an expected record beside the same field of the one that came.
 *
 * @param path the field's name, with dots for fields of blocks
 * @param expected null both where null is expected and where nothing is
 * @param side which of the two have the field
 * @param differs whether it is one of the reasons of the failure
 */
record FieldRow(
        String path, @Nullable Object expected, @Nullable Object actual, Side side, boolean differs) {

    /** Who has the field. */
    enum Side {
        BOTH,
        EXPECTED_ONLY,
        ACTUAL_ONLY
    }

    /** The rows of a pair, one for each field that the expected record names. */
    static List<FieldRow> compare(Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
        List<FieldRow> rows = new ArrayList<>();
        addBlock(rows, "", expected, actual);
        return rows;
    }

    /** The rows of a record that has no counterpart. */
    static List<FieldRow> alone(Map<String, @Nullable Object> record, Side side) {
        List<FieldRow> rows = new ArrayList<>();
        record.forEach((name, value) -> addAlone(rows, name, value, side));
        return rows;
    }

    private static void addBlock(List<FieldRow> rows, String prefix, Map<?, ?> expected, Map<?, ?> actual) {
        expected.forEach((name, value) -> add(rows, prefix + name, value, actual.get(name), actual.containsKey(name)));
    }

    private static void add(
            List<FieldRow> rows, String path, @Nullable Object expected, @Nullable Object actual, boolean present) {
        if (expected instanceof LineValues lines && actual instanceof LineValues came) {
            addLines(rows, path, lines, came);
        } else if (expected instanceof Map<?, ?> block && actual instanceof Map<?, ?> came) {
            addBlock(rows, path + ".", block, came);
        } else {
            boolean same = present && Matcher.matches(expected, actual);
            rows.add(new FieldRow(path, expected, actual, present ? Side.BOTH : Side.EXPECTED_ONLY, !same));
        }
    }

    private static void addLines(List<FieldRow> rows, String path, LineValues expected, LineValues came) {
        Set<String> lineIds = new LinkedHashSet<>(expected.byLineId().keySet());
        lineIds.addAll(came.byLineId().keySet());
        if (lineIds.isEmpty()) {
            rows.add(new FieldRow(path, List.of(), List.of(), Side.BOTH, false));
        }
        for (String lineId : lineIds) {
            Map<String, @Nullable Object> wanted = expected.byLineId().get(lineId);
            Map<String, @Nullable Object> got = came.byLineId().get(lineId);
            String line = path + "." + lineId;
            if (wanted == null || got == null) {
                rows.add(new FieldRow(line, wanted, got, wanted == null ? Side.ACTUAL_ONLY : Side.EXPECTED_ONLY, true));
            } else {
                addBlock(rows, line + ".", wanted, got);
            }
        }
    }

    private static void addAlone(List<FieldRow> rows, String path, @Nullable Object value, Side side) {
        if (value instanceof Map<?, ?> block) {
            block.forEach((name, inner) -> addAlone(rows, path + "." + name, inner, side));
        } else if (value instanceof LineValues lines) {
            lines.byLineId().forEach((lineId, line) -> addAlone(rows, path + "." + lineId, line, side));
        } else {
            rows.add(new FieldRow(
                    path,
                    side == Side.EXPECTED_ONLY ? value : null,
                    side == Side.ACTUAL_ONLY ? value : null,
                    side,
                    true));
        }
    }
}
