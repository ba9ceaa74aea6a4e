package dev.frist.state;

import dev.frist.domain.order.OrderState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Which orders want to be woken, and when, by time: the key is the instant (8 bytes that sort as instants do), then the
 * orderId; there is one entry an order. Finding what is due costs what is due, however many windows are open.
 *
 * <p>What was removed leaves tombstones at the head, which a scan from the beginning would read again each time. So the
 * place before which nothing lies, the floor, is remembered; an entry before it lowers it. It is written down now and
 * then among the entries, never higher than it is, so that after a restart a scan does not begin from the beginning.
 */
public final class HandlingWindows {

    private static final int DUE_BYTES = Long.BYTES;
    private static final Bytes LOWEST = Bytes.wrap(new byte[DUE_BYTES]);
    /** Shorter than any entry. */
    private static final Bytes FLOOR = Bytes.wrap(new byte[] {0});

    private static final byte[] NOTHING = {};
    private static final int REMOVALS_BETWEEN_NOTES = 10_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private Bytes floor;
    private Bytes noted;
    private int removals;

    /** An order that wants to be woken at {@code due} (epoch millis). */
    public record Entry(long due, String orderId) {}

    /** Opens the windows of a store, with the floor that was noted in it. */
    public HandlingWindows(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        noted = noted(store);
        floor = noted;
    }

    /** Before this key lies no entry. */
    static Bytes noted(ReadOnlyKeyValueStore<Bytes, byte[]> windows) {
        byte[] found = windows.get(FLOOR);
        return found == null ? LOWEST : Bytes.wrap(found);
    }

    /** Adds an entry; one that is there stays. */
    public void put(long due, String orderId) {
        Bytes key = key(due, orderId);
        if (key.compareTo(floor) < 0) {
            floor = key;
        }
        if (key.compareTo(noted) < 0) {
            note(key);
        }
        store.put(key, NOTHING);
    }

    /** Removes an entry; none need be there. */
    public void remove(long due, String orderId) {
        store.delete(key(due, orderId));
        removals++;
    }

    /**
     * Moves the entry of an order.
     *
     * @param from where it lies, {@link OrderState#NO_WAKE_UP} where it has none
     * @param to where it shall lie, {@link OrderState#NO_WAKE_UP} where it shall have none
     */
    public void move(String orderId, long from, long to) {
        if (from == to) {
            return;
        }
        if (from != OrderState.NO_WAKE_UP) {
            remove(from, orderId);
        }
        if (to != OrderState.NO_WAKE_UP) {
            put(to, orderId);
        }
    }

    /**
     * Finds what is due, the earliest first.
     *
     * @param upTo epoch millis, inclusive
     * @param max how many entries at most
     */
    public List<Entry> due(long upTo, int max) {
        List<Entry> found = new ArrayList<>();
        if (upTo == OrderState.NO_WAKE_UP) {
            throw new IllegalArgumentException("no window is due at the end of time");
        }
        Bytes end = key(upTo + 1, "");
        if (floor.compareTo(end) >= 0) {
            return found;
        }
        Bytes first = end;
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(floor, end)) {
            while (entries.hasNext() && found.size() < max) {
                Bytes key = entries.next().key;
                if (isEntry(key)) {
                    first = found.isEmpty() ? key : first;
                    found.add(entry(key));
                }
            }
        }
        raise(first);
        return found;
    }

    private void raise(Bytes to) {
        floor = to;
        if (removals >= REMOVALS_BETWEEN_NOTES && noted.compareTo(floor) < 0) {
            note(floor);
        }
    }

    private void note(Bytes lower) {
        noted = lower;
        removals = 0;
        store.put(FLOOR, lower.get());
    }

    /** When the next order wants to be woken, epoch millis; for the owner of a store as well as for an onlooker. */
    public static OptionalLong next(ReadOnlyKeyValueStore<Bytes, byte[]> windows) {
        try (KeyValueIterator<Bytes, byte[]> entries = windows.all()) {
            while (entries.hasNext()) {
                Bytes key = entries.next().key;
                if (isEntry(key)) {
                    return OptionalLong.of(entry(key).due());
                }
            }
        }
        return OptionalLong.empty();
    }

    static boolean isEntry(Bytes key) {
        return key.get().length > DUE_BYTES;
    }

    /** The sign is flipped: otherwise instants before 1970 would come after all others. */
    static Bytes key(long due, String orderId) {
        byte[] id = orderId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(DUE_BYTES + id.length)
                .putLong(due ^ Long.MIN_VALUE)
                .put(id)
                .array());
    }

    static Entry entry(Bytes key) {
        byte[] bytes = key.get();
        long due = ByteBuffer.wrap(bytes).getLong() ^ Long.MIN_VALUE;
        return new Entry(due, new String(Arrays.copyOfRange(bytes, DUE_BYTES, bytes.length), StandardCharsets.UTF_8));
    }
}
