package dev.frist.experiments.check;

import dev.frist.domain.order.OrderState;
import dev.frist.experiments.record.TopicRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The handling windows as they lie in the end: one entry an order that wants to be woken, where it wants it. */
final class WindowsCheck implements OrderCheck {

    private final Map<String, Set<Long>> dues = new HashMap<>();

    /** Reads the changelog. Keys are the instant, its sign flipped so that instants sort, and the order's id. */
    WindowsCheck(List<TopicRecord> changelog) {
        for (TopicRecord record : changelog) {
            byte[] key = Objects.requireNonNull(record.key());
            if (key.length > Long.BYTES) {
                long due = ByteBuffer.wrap(key).getLong() ^ Long.MIN_VALUE;
                String orderId = new String(key, Long.BYTES, key.length - Long.BYTES, StandardCharsets.UTF_8);
                Set<Long> entries = dues.computeIfAbsent(orderId, id -> new HashSet<>());
                if (record.value() == null) {
                    entries.remove(due);
                } else {
                    entries.add(due);
                }
            }
        }
    }

    @Override
    public void check(OrderTrace trace, Findings findings) {
        Set<Long> expected = trace.windowAt() == OrderState.NO_WAKE_UP ? Set.of() : Set.of(trace.windowAt());
        Set<Long> found = dues.getOrDefault(trace.orderId(), Set.of());
        if (!expected.equals(found)) {
            findings.add(
                    Kind.WINDOW_WRONG,
                    trace.orderId(),
                    "in the handling windows it should lie at " + expected + " and lies at " + found);
        }
    }
}
