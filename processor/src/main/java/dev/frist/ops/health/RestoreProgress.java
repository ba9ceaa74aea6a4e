package dev.frist.ops.health;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the state that is being restored has come. Told by the threads that restore, read by any. */
public final class RestoreProgress implements StateRestoreListener {

    private final Map<TopicPartition, Restoring> restoring = new ConcurrentHashMap<>();
    private final AtomicLong restored = new AtomicLong();

    /**
     * A store of a task that is being restored.
     *
     * @param from the offset at which it began
     * @param at the offset of its changelog that was reached
     * @param end the offset at which it is whole
     */
    public record Restoring(String store, int partition, long from, long at, long end) {

        /** The share that is done, from 0 to 1. */
        public double done() {
            return end <= from ? 1 : Math.min(1, (double) (at - from) / (end - from));
        }

        /** Records still to be read, at most: offsets may have gaps. */
        public long remaining() {
            return Math.max(0, end - at);
        }
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        restoring.put(changelog, new Restoring(store, changelog.partition(), start, start, end));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long count) {
        restored.addAndGet(count);
        restoring.computeIfPresent(
                changelog, (key, was) -> new Restoring(store, was.partition(), was.from(), batchEnd + 1, was.end()));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        restoring.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        restoring.remove(changelog);
    }

    /** What is being restored now, by partition and store. */
    public List<Restoring> restoring() {
        return restoring.values().stream()
                .sorted(Comparator.comparingInt(Restoring::partition).thenComparing(Restoring::store))
                .toList();
    }

    /** Records still to be read, at most. */
    public long remaining() {
        return restoring.values().stream().mapToLong(Restoring::remaining).sum();
    }

    /** Records restored since the start. */
    public long restored() {
        return restored.get();
    }
}
