package dev.frist.topology;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares where the event topics ended at some moments with how far they have been processed since. Under steady traffic
 * what is processed never reaches the end of this very moment; so the ends of earlier moments are kept until they are
 * reached. One thread writes, any thread reads.
 */
final class ProgressLedger {

    private static final int MOMENTS_KEPT = 600;

    private final List<String> topics;
    private final List<Pending> pending;
    private final AtomicLongArray completeUpTo;
    private final AtomicLongArray heldSince;

    /** Where a partition of each topic ended at an instant. */
    private record Moment(long at, long[] ends) {}

    ProgressLedger(List<String> topics, int partitions) {
        this.topics = List.copyOf(topics);
        this.pending = Stream.generate(Pending::new).limit(partitions).toList();
        this.completeUpTo = filled(partitions);
        this.heldSince = filled(partitions);
    }

    /**
     * The moments that have not been reached. Where they become many, only every second, fourth, eighth is kept besides the
     * last: when a long hold-up dissolves, what is complete grows in larger steps.
     */
    private static final class Pending {

        private final Deque<Moment> moments = new ArrayDeque<>();
        private int stride = 1;
        private int sinceKept;
        private boolean isLastToGo;

        void add(Moment moment) {
            Moment last = moments.peekLast();
            if (last == null) {
                stride = 1;
                sinceKept = 0;
                isLastToGo = false;
            } else if (Arrays.equals(last.ends(), moment.ends()) && last.at() <= moment.at()) {
                // Nothing was added since: what is complete for then is complete for now.
                moments.removeLast();
            } else {
                if (isLastToGo) {
                    moments.removeLast();
                }
                sinceKept++;
                isLastToGo = sinceKept < stride;
                sinceKept = isLastToGo ? sinceKept : 0;
            }
            moments.addLast(moment);
            if (moments.size() > MOMENTS_KEPT) {
                thinOut();
            }
        }

        private void thinOut() {
            stride *= 2;
            int left = moments.size();
            for (Iterator<Moment> each = moments.iterator(); each.hasNext(); left--) {
                each.next();
                // Counted from the end, so that the last stays.
                if (left % 2 == 0) {
                    each.remove();
                }
            }
        }
    }

    private static AtomicLongArray filled(int size) {
        long[] values = new long[size];
        Arrays.fill(values, Completeness.UNKNOWN);
        return new AtomicLongArray(values);
    }

    int partitions() {
        return pending.size();
    }

    /** The partitions of that number, one of each topic. */
    List<TopicPartition> of(int partition) {
        return topics.stream()
                .map(topic -> new TopicPartition(topic, partition))
                .toList();
    }

    /** Notes where a partition ended. */
    void ended(int partition, long at, ToLongFunction<TopicPartition> end) {
        pending.get(partition)
                .add(new Moment(at, of(partition).stream().mapToLong(end).toArray()));
    }

    /** Notes how far a partition has been processed. */
    void processed(int partition, ToLongFunction<TopicPartition> position) {
        Deque<Moment> moments = pending.get(partition).moments;
        long[] positions = of(partition).stream().mapToLong(position).toArray();
        while (!moments.isEmpty() && reached(positions, moments.getFirst().ends())) {
            completeUpTo.set(partition, moments.removeFirst().at());
            heldSince.set(partition, Completeness.UNKNOWN);
        }
        if (!moments.isEmpty()) {
            heldSince.compareAndSet(
                    partition, Completeness.UNKNOWN, moments.getFirst().at());
        }
    }

    private static boolean reached(long[] positions, long[] ends) {
        for (int i = 0; i < ends.length; i++) {
            if (positions[i] < ends[i]) {
                return false;
            }
        }
        return true;
    }

    long completeUpTo(int partition) {
        return completeUpTo.get(partition);
    }

    /** Since when the deadlines of a partition wait for its input, epoch millis; empty where they do not. */
    OptionalLong heldSince(int partition) {
        long since = heldSince.get(partition);
        return since == Completeness.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** All partitions whose deadlines wait, and since when. */
    SortedMap<Integer, Long> held() {
        SortedMap<Integer, Long> held = new TreeMap<>();
        for (int partition = 0; partition < partitions(); partition++) {
            int number = partition;
            heldSince(partition).ifPresent(since -> held.put(number, since));
        }
        return held;
    }
}
