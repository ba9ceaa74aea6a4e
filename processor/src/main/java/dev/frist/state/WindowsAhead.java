package dev.frist.state;

import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Looks into the handling windows of a task from outside, while their owner works on. */
public final class WindowsAhead {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> windows;

    /** Looks into a store of handling windows. */
    public WindowsAhead(ReadOnlyKeyValueStore<Bytes, byte[]> windows) {
        this.windows = windows;
    }

    /** When the earliest window up to an instant falls due; all epoch millis. */
    public OptionalLong earliest(long upTo) {
        try (KeyValueIterator<Bytes, byte[]> entries = range(upTo)) {
            while (entries.hasNext()) {
                Bytes key = entries.next().key;
                if (HandlingWindows.isEntry(key)) {
                    return OptionalLong.of(HandlingWindows.entry(key).due());
                }
            }
        }
        return OptionalLong.empty();
    }

    /**
     * Counts the windows that fall due up to each of several instants.
     *
     * @param upTo epoch millis, ascending
     * @param most where counting ends: it costs what it counts
     */
    public long[] count(long[] upTo, long most) {
        long[] counts = new long[upTo.length];
        long counted = 0;
        try (KeyValueIterator<Bytes, byte[]> entries = range(upTo[upTo.length - 1])) {
            while (entries.hasNext() && counted < most) {
                Bytes key = entries.next().key;
                if (!HandlingWindows.isEntry(key)) {
                    continue;
                }
                counted++;
                long due = HandlingWindows.entry(key).due();
                for (int i = upTo.length - 1; i >= 0 && due <= upTo[i]; i--) {
                    counts[i]++;
                }
            }
        }
        return counts;
    }

    /** From the floor that was noted: before it lies nothing but what was removed. */
    private KeyValueIterator<Bytes, byte[]> range(long upTo) {
        return windows.range(HandlingWindows.noted(windows), HandlingWindows.key(upTo + 1, ""));
    }
}
