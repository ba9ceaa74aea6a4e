package dev.frist.topology;

import dev.frist.domain.order.OrderState;
import dev.frist.state.CorruptStateException;
import dev.frist.state.HandlingWindows;
import dev.frist.state.OrderCodec;
import dev.frist.state.StoredOrder;
import dev.frist.state.TaskFigures;
import java.util.regex.Pattern;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The orders of a task, the windows in which they want to be woken, and the figures of both, kept in step. */
final class CaseStore {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final KeyValueStore<String, byte[]> facts;
    private final HandlingWindows windows;
    private final TaskFigures figures;
    private final OrderCodec codec = new OrderCodec();

    CaseStore(KeyValueStore<String, byte[]> facts, HandlingWindows windows, TaskFigures figures) {
        this.facts = facts;
        this.windows = windows;
        this.figures = figures;
    }

    /** Whether there can be an order of that id; under any other key nothing is ever stored. */
    static boolean isId(@Nullable String key) {
        return key != null && ID.matcher(key).matches();
    }

    HandlingWindows windows() {
        return windows;
    }

    /**
     * Finds an order.
     *
     * @return null where nothing of it is stored
     * @throws dev.frist.state.CorruptStateException where what is stored cannot be read
     */
    @Nullable
    StoredOrder find(String orderId) {
        byte[] bytes = facts.get(orderId);
        return bytes == null ? null : codec.decode(bytes);
    }

    /** The bytes to store; null for an order that is to be deleted. */
    byte @Nullable [] encode(StoredOrder order) {
        return order.isEmpty() ? null : codec.encode(order);
    }

    /** Deletes an order of which perhaps nothing can be read; a window that is left behind is removed when it is due. */
    void erase(String orderId) {
        try {
            StoredOrder found = find(orderId);
            if (found != null) {
                windows.move(orderId, found.windowAt(), OrderState.NO_WAKE_UP);
                figures.moved(found.state(), OrderState.unknown(orderId));
            }
        } catch (CorruptStateException unreadable) {
            // Where its window lies is not known either.
        }
        facts.delete(orderId);
    }

    /** Stores an order in the place of what was stored, and moves its window. */
    void save(StoredOrder before, StoredOrder after, byte @Nullable [] bytes) {
        String orderId = after.state().orderId();
        if (bytes == null) {
            facts.delete(orderId);
            windows.move(
                    orderId, before.windowAt(), StoredOrder.unknown(orderId).windowAt());
        } else {
            facts.put(orderId, bytes);
            windows.move(orderId, before.windowAt(), after.windowAt());
        }
        figures.moved(before.state(), after.state());
    }
}
