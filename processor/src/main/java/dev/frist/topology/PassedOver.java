package dev.frist.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds where there is nothing to process though it looks so: aborted transactions and their markers, which no reader of
 * committed records ever sees. Kafka Streams commits past them only in partitions from which it has processed a record
 * since it started; elsewhere, as after a restart, the committed offset stays before them until the next record comes.
 *
 * <p>So where the committed offset has not moved between two questions, the partition is read from there: what comes
 * first, a record or the end, is how far everything is processed. For one thread.
 */
final class PassedOver implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final int QUESTIONS_BETWEEN_READINGS = 5;

    private final Supplier<Consumer<byte[], byte[]>> reader;
    private final Map<TopicPartition, Seen> seen = new HashMap<>();
    private @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * What was found of a partition.
     *
     * @param committed the offset from which it was read
     * @param first up to where nothing is to be processed from there
     * @param isRecord whether a record lies at {@code first}: then reading again finds nothing new
     * @param asked how often it was asked for since it was read
     */
    private record Seen(long committed, long first, boolean isRecord, int asked) {

        boolean saysHowFar(long committedNow, long end) {
            return committed <= committedNow && committedNow <= first && (isRecord || end <= first);
        }

        Seen again() {
            return new Seen(committed, first, isRecord, asked + 1);
        }
    }

    /** Reads with what is supplied: a consumer of committed records, without a group. */
    PassedOver(Supplier<Consumer<byte[], byte[]>> reader) {
        this.reader = reader;
    }

    /**
     * How far a partition is processed if it is committed up to {@code committed} and ends at {@code end}.
     *
     * @throws org.apache.kafka.common.KafkaException where the brokers do not answer
     */
    long from(TopicPartition partition, long committed, long end) {
        Seen last = seen.get(partition);
        if (last == null || committed < last.committed() || committed > last.first()) {
            // It moves, so records are being processed: reading it would only cost.
            seen.put(partition, new Seen(committed, committed, false, 0));
            return committed;
        }
        if (last.saysHowFar(committed, end)) {
            return last.first();
        }
        if (last.asked() % QUESTIONS_BETWEEN_READINGS != 0) {
            seen.put(partition, last.again());
            return last.first();
        }
        Seen found = read(partition, last.first(), end);
        seen.put(partition, new Seen(last.committed(), found.first(), found.isRecord(), last.asked() + 1));
        return found.first();
    }

    /** The partition is processed to its end. */
    void forget(TopicPartition partition) {
        seen.remove(partition);
    }

    private Seen read(TopicPartition partition, long from, long end) {
        if (consumer == null) {
            consumer = reader.get();
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long until = System.nanoTime() + LIMIT.toNanos();
        do {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return new Seen(from, record.offset(), true, 0);
            }
        } while (consumer.position(partition) < end && System.nanoTime() - until < 0);
        return new Seen(from, consumer.position(partition), false, 0);
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
