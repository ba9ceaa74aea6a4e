package dev.frist.experiments.check;

import dev.frist.experiments.record.TopicRecord;
import dev.frist.state.CorruptStateException;
import dev.frist.state.OrderCodec;
import dev.frist.state.StoredOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The changelog of the orders: what was stored of each, one state after the other. */
final class OrderLogs {

    private final OrderCodec codec = new OrderCodec();
    private final Map<String, List<TopicRecord>> byOrder = new HashMap<>();

    /** What was stored, and where in the changelog; {@linkplain StoredOrder#isEmpty() empty} where it was deleted. */
    record Stored(TopicRecord record, StoredOrder order) {}

    OrderLogs(List<TopicRecord> changelog) {
        for (TopicRecord record : changelog) {
            byOrder.computeIfAbsent(Objects.requireNonNull(record.keyText()), id -> new ArrayList<>())
                    .add(record);
        }
    }

    Collection<String> orders() {
        return byOrder.keySet();
    }

    /** The states of an order; those that cannot be read are findings, and left out. */
    List<Stored> of(String orderId, Findings findings) {
        List<Stored> states = new ArrayList<>();
        for (TopicRecord record : byOrder.getOrDefault(orderId, List.of())) {
            byte[] value = record.value();
            try {
                states.add(new Stored(record, value == null ? StoredOrder.unknown(orderId) : codec.decode(value)));
            } catch (CorruptStateException corrupt) {
                findings.add(Kind.STATE_WRONG, orderId, "a state cannot be read: " + corrupt, record.position());
            }
        }
        return states;
    }
}
