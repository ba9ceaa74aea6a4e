package dev.frist.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the brokers, once an interval for the whole instance, where the event topics end and how far the group has
 * committed. What was committed was processed and its results published, by whichever instance; and an instance that takes
 * a partition over has the state of what was committed. So an answer holds for every instance, and through rebalances.
 *
 * <p>The end is taken <em>uncommitted</em>, the high watermark: records of a transaction that is still open lie in the
 * topic too, and so do those behind it, which a reader of committed records does not see yet. Once the transaction ends
 * both ends are the same, and the committed offset comes to equal them, or what is between them is aborted (see
 * {@link PassedOver}). A producer that leaves a transaction open holds deadlines up until the broker ends it; it never
 * makes them fire early.
 *
 * <p>A partition that never had a record ends at 0 and needs no committed offset. Where records were deleted by retention
 * before they were read, there is nothing left to wait for: the beginning of the partition counts as processed.
 *
 * <p>If the brokers do not answer, nothing new is known to be complete, and nothing further is due.
 */
public final class InputCompleteness implements Completeness, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InputCompleteness.class);
    private static final int LIMIT_MILLIS = 10_000;

    private final Admin admin;
    private final String group;
    private final ProgressLedger ledger;
    private final PassedOver passedOver;
    private final AgreedClock clock;
    private final BrokersTime brokersTime;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "frist-completeness");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> asking;
    private volatile long lag;
    private volatile long answeredAt = UNKNOWN;
    private final HoldUpLog said = new HoldUpLog(System::nanoTime);
    private volatile long answeredAtNanos = System.nanoTime();

    /**
     * Prepares; {@link #start()} begins to ask.
     *
     * @param admin stays the caller's to close
     * @param reader makes a consumer of committed records without a group (see {@link #readerSettings}); closed here
     * @param group the consumer group: the application id
     * @param topics the event topics
     * @param partitions how many each of them has
     * @param clock is told what time it is for the brokers
     */
    public InputCompleteness(
            Admin admin,
            Supplier<Consumer<byte[], byte[]>> reader,
            String group,
            List<String> topics,
            int partitions,
            AgreedClock clock,
            Duration interval) {
        this.passedOver = new PassedOver(reader);
        this.admin = admin;
        this.group = group;
        this.ledger = new ProgressLedger(topics, partitions);
        this.clock = clock;
        this.brokersTime = new BrokersTime(admin, clock);
        this.interval = interval;
    }

    /** What the reader needs besides how to reach the brokers. */
    public static Map<String, Object> readerSettings() {
        return Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                1,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    /** Asks from now on. */
    public void start() {
        asking = timer.scheduleWithFixedDelay(this::ask, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public long upTo(int partition) {
        return partition < ledger.partitions() ? ledger.completeUpTo(partition) : UNKNOWN;
    }

    /** How many offsets of the event topics lay unprocessed when the brokers last answered, over the whole group. */
    public long lag() {
        return lag;
    }

    /** The partitions whose deadlines wait for their input, and since when (epoch millis). */
    public SortedMap<Integer, Long> held() {
        return ledger.held();
    }

    /** When the brokers last answered, epoch millis; {@link #UNKNOWN} where they never did. */
    public long answeredAt() {
        return answeredAt;
    }

    /** How long the brokers have not answered; since this was made where they never did. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - answeredAtNanos);
    }

    /** What time it is for the deadlines, and how far the clock of this machine is to be believed. */
    public AgreedClock clock() {
        return clock;
    }

    @Override
    public void close() {
        if (asking != null) {
            asking.cancel(true);
        }
        timer.shutdownNow();
        try {
            if (timer.awaitTermination(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                passedOver.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once. Throws nothing: what is thrown would end the timer. */
    void ask() {
        long at = clock.millis();
        try {
            brokersTime.ask();
            said.believed(clock);
            Map<TopicPartition, Long> ends = offsets(all(), OffsetSpec::latest);
            Map<TopicPartition, Long> positions = committed();
            Set<TopicPartition> behind = new HashSet<>();
            ends.forEach((partition, end) -> {
                if (positions.getOrDefault(partition, 0L) < end) {
                    behind.add(partition);
                }
            });
            offsets(behind, OffsetSpec::earliest)
                    .forEach((partition, beginning) -> positions.merge(partition, beginning, Math::max));
            ends.forEach((partition, end) -> passOver(partition, positions, end));
            note(at, ends, positions);
            answeredAt = at;
            answeredAtNanos = System.nanoTime();
            said.answered();
            said.held(ledger.held(), at);
        } catch (ExecutionException | KafkaException unanswered) {
            said.unanswered(silence(), unanswered);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            LOG.error("Asking how far the input is processed failed; deadlines wait", unexpected);
        }
    }

    private void passOver(TopicPartition partition, Map<TopicPartition, Long> positions, long end) {
        long position = positions.getOrDefault(partition, 0L);
        if (position < end) {
            positions.put(partition, passedOver.from(partition, position, end));
        } else {
            passedOver.forget(partition);
        }
    }

    private void note(long at, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
        for (int partition = 0; partition < ledger.partitions(); partition++) {
            if (ends.keySet().containsAll(ledger.of(partition))) {
                ledger.ended(partition, at, ends::get);
            }
            ledger.processed(partition, part -> positions.getOrDefault(part, 0L));
        }
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            behind += Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L));
        }
        lag = behind;
    }

    private Set<TopicPartition> all() {
        Set<TopicPartition> all = new HashSet<>();
        for (int partition = 0; partition < ledger.partitions(); partition++) {
            all.addAll(ledger.of(partition));
        }
        return all;
    }

    /** Of the partitions whose leader answers; the others are left out. */
    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, Supplier<OffsetSpec> which)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (partitions.isEmpty()) {
            return offsets;
        }
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which.get()));
        ListOffsetsOptions options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
        options.timeoutMs(LIMIT_MILLIS);
        ListOffsetsResult result = admin.listOffsets(asked, options);
        ExecutionException failure = null;
        for (TopicPartition partition : partitions) {
            try {
                offsets.put(partition, result.partitionResult(partition).get().offset());
            } catch (ExecutionException unanswered) {
                failure = unanswered;
            }
        }
        if (offsets.isEmpty() && failure != null) {
            throw failure;
        }
        return offsets;
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException, ExecutionException {
        ListConsumerGroupOffsetsOptions options = new ListConsumerGroupOffsetsOptions();
        options.timeoutMs(LIMIT_MILLIS);
        Map<TopicPartition, OffsetAndMetadata> found = admin.listConsumerGroupOffsets(group, options)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> positions = new HashMap<>();
        found.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition, offset.offset());
            }
        });
        return positions;
    }
}
