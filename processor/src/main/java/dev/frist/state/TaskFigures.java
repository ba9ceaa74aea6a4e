package dev.frist.state;

import dev.frist.domain.fact.Fact;
import dev.frist.domain.ledger.Timeline;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.OrderState;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many cases and parked events a task has, kept in step with its orders, so that nobody has to count them. They lie in
 * a store of their own, in the transactions in which the orders change: after a restart or a rebalance they are exact at
 * once. The store is cached, so that what changes often is written once a commit.
 *
 * <p>One thread changes them, any thread reads.
 */
public final class TaskFigures {

    private static final Logger LOG = LoggerFactory.getLogger(TaskFigures.class);

    /** Keys shorter than those of the parked orders in the same store. */
    private static final byte COUNTS = 2;

    /** The numbers of the case statuses are below it. */
    private static final int PARKED = 3;

    private static final long NONE = Long.MIN_VALUE;

    private final int partition;
    private final KeyValueStore<Bytes, byte[]> store;
    /** Orders with something parked, by the arrival of the oldest of it. */
    private final HandlingWindows parked;

    private final AtomicLongArray counts = new AtomicLongArray(PARKED + 1);
    private volatile long oldestParked;

    /** What counts of one order. */
    private record Share(int[] counts, long parkedSince) {

        static Share of(OrderState order) {
            int[] counts = new int[PARKED + 1];
            for (CaseMemory memory : order.cases().values()) {
                CaseStatus status = CaseStatus.of(memory);
                if (status != null) {
                    counts[status.figure()]++;
                }
            }
            List<Fact> parked =
                    order.isEmpty() ? List.of() : Timeline.of(order.facts()).parked();
            counts[PARKED] = parked.size();
            long since = parked.stream().mapToLong(Fact::arrivedAt).min().orElse(OrderState.NO_WAKE_UP);
            return new Share(counts, since);
        }
    }

    /** The figures in a store, which holds nothing else. */
    public TaskFigures(int partition, KeyValueStore<Bytes, byte[]> store) {
        this.partition = partition;
        this.store = store;
        this.parked = new HandlingWindows(store);
        for (int i = 0; i < counts.length(); i++) {
            counts.set(i, read(store.get(key(i))));
        }
        look();
    }

    /** Follows an order from what was stored of it to what is. One that cannot be judged is not followed. */
    public void moved(OrderState before, OrderState after) {
        Share from;
        Share to;
        try {
            from = Share.of(before);
            to = Share.of(after);
        } catch (RuntimeException unjudged) {
            LOG.warn("An order can't be judged, so the figures of partition {} leave it out", partition, unjudged);
            return;
        }
        for (int i = 0; i <= PARKED; i++) {
            int change = to.counts[i] - from.counts[i];
            if (change != 0) {
                long now = counts.addAndGet(i, change);
                store.put(key(i), ByteBuffer.allocate(Long.BYTES).putLong(now).array());
            }
        }
        if (from.parkedSince != to.parkedSince) {
            parked.move(after.orderId(), from.parkedSince, to.parkedSince);
            look();
        }
    }

    /** The partition of the task. */
    public int partition() {
        return partition;
    }

    /** How many cases stand so. */
    public long cases(CaseStatus status) {
        return counts.get(status.figure());
    }

    /** How many events wait for their order or their return. */
    public long parkedEvents() {
        return counts.get(PARKED);
    }

    /** When the oldest of them arrived, epoch millis. */
    public OptionalLong oldestParked() {
        long oldest = oldestParked;
        return oldest == NONE ? OptionalLong.empty() : OptionalLong.of(oldest);
    }

    private void look() {
        List<HandlingWindows.Entry> first = parked.due(OrderState.NO_WAKE_UP - 1, 1);
        oldestParked = first.isEmpty() ? NONE : first.get(0).due();
    }

    private static Bytes key(int figure) {
        return Bytes.wrap(new byte[] {COUNTS, (byte) figure});
    }

    private static long read(byte @Nullable [] bytes) {
        return bytes == null ? 0 : ByteBuffer.wrap(bytes).getLong();
    }
}
