package dev.frist.scenario;

import dev.frist.scenario.Expectation.Entry;
import dev.frist.scenario.FieldRow.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How what a topic held differs from what was expected. Records are lined up so that one that is missing does not make
 * all after it look wrong.
 *
 * @param expected how many records were expected
 * @param actual how many came
 * @param pairs every record, in order, with its counterpart if it has one
 */
record TopicDifference(PublishedTopic topic, int expected, int actual, List<Pair> pairs) {

    /**
     * A record and its counterpart.
     *
     * @param line where the expected one stands in the file, 0 where there is none
     */
    record Pair(int line, List<FieldRow> rows) {

        boolean differs() {
            return rows.stream().anyMatch(FieldRow::differs);
        }

        boolean has(Side side) {
            return rows.stream().allMatch(row -> row.side() == side);
        }
    }

    /** What it takes to leave a record without a counterpart, counted in differing fields. */
    private static final int ALONE = 3;

    /** Fields that say which decision it is; a pair that differs there is hardly one. */
    private static final Set<String> IDENTIFYING = Set.of("type", "returnId", "orderId", "eventId", "reason");

    /** The difference, or null where everything is as expected. */
    static @Nullable TopicDifference of(
            PublishedTopic topic, List<Entry> expected, List<Map<String, @Nullable Object>> actual) {
        List<Pair> pairs = lineUp(expected, actual);
        return pairs.stream().anyMatch(Pair::differs)
                ? new TopicDifference(topic, expected.size(), actual.size(), pairs)
                : null;
    }

    private static List<Pair> lineUp(List<Entry> expected, List<Map<String, @Nullable Object>> actual) {
        int[][] cost = costs(expected, actual);
        Deque<Pair> pairs = new ArrayDeque<>();
        int i = expected.size();
        int j = actual.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + cost(expected.get(i - 1), actual.get(j - 1))) {
                i--;
                j--;
                Entry entry = expected.get(i);
                pairs.addFirst(new Pair(entry.line(), FieldRow.compare(entry.fields(), actual.get(j))));
            } else if (i > 0 && cost[i][j] == cost[i - 1][j] + ALONE) {
                i--;
                Entry entry = expected.get(i);
                pairs.addFirst(new Pair(entry.line(), aloneRows(entry.fields(), Side.EXPECTED_ONLY)));
            } else {
                j--;
                pairs.addFirst(new Pair(0, aloneRows(actual.get(j), Side.ACTUAL_ONLY)));
            }
        }
        return new ArrayList<>(pairs);
    }

    /** An entry that names no field still is a record that was expected. */
    private static List<FieldRow> aloneRows(Map<String, @Nullable Object> fields, Side side) {
        List<FieldRow> rows = FieldRow.alone(fields, side);
        return rows.isEmpty() ? List.of(new FieldRow("(any record)", null, null, side, true)) : rows;
    }

    private static int[][] costs(List<Entry> expected, List<Map<String, @Nullable Object>> actual) {
        int[][] cost = new int[expected.size() + 1][actual.size() + 1];
        for (int i = 0; i <= expected.size(); i++) {
            for (int j = 0; j <= actual.size(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = (i + j) * ALONE;
                } else {
                    int paired = cost[i - 1][j - 1] + cost(expected.get(i - 1), actual.get(j - 1));
                    cost[i][j] = Math.min(paired, Math.min(cost[i - 1][j], cost[i][j - 1]) + ALONE);
                }
            }
        }
        return cost;
    }

    private static int cost(Entry expected, Map<String, @Nullable Object> actual) {
        int cost = 0;
        for (Map.Entry<String, @Nullable Object> field : expected.fields().entrySet()) {
            if (!Matcher.matches(field.getValue(), actual.get(field.getKey()))) {
                cost += IDENTIFYING.contains(field.getKey()) ? ALONE : 1;
            }
        }
        return cost;
    }
}
