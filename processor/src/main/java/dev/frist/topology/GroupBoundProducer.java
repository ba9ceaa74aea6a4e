package dev.frist.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer each of whose transactions stands or falls with the membership of its stream thread in the group.
 *
 * <p>Kafka Streams leaves it to the offsets in a transaction to stop a thread whose tasks were given to others: the group
 * refuses offsets of a member that it has put out. But a transaction in which nothing was consumed, only deadlines fired,
 * has no offsets, and of those tasks that have consumed nothing since they were assigned there never are any. An instance
 * that was frozen, or cut off, would commit what it had fired after somebody else has fired it, too.
 *
 * <p>So the offsets of every assigned partition go along: of those for which Kafka Streams has none, the ones that are
 * committed already. Nothing changes by that, but the group is asked, and whoever takes a partition over waits until the
 * transaction has ended.
 */
final class GroupBoundProducer extends KafkaProducer<byte[], byte[]> {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /**
     * Where a group that has committed nothing begins to read; what is no longer there is passed over. Not to be asked of
     * the consumer: it takes the answer for the end of what can be read (4.3.1), and the task then waits for ever.
     */
    private static final OffsetAndMetadata FROM_THE_BEGINNING = new OffsetAndMetadata(0);

    private final Supplier<@Nullable Consumer<byte[], byte[]>> member;

    /**
     * A producer for the thread of a member.
     *
     * @param member gives the main consumer of the stream thread that uses this, and no other thread
     */
    GroupBoundProducer(Map<String, Object> settings, Supplier<@Nullable Consumer<byte[], byte[]>> member) {
        super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.member = member;
    }

    /**
     * Adds what was consumed to the transaction.
     *
     * @throws org.apache.kafka.clients.consumer.CommitFailedException where the group has put the member out
     */
    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> consumed, ConsumerGroupMetadata membership) {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>(consumed);
        Consumer<byte[], byte[]> consumer =
                Objects.requireNonNull(member.get(), "Kafka Streams commits before it has made the thread's consumer");
        Set<TopicPartition> others = new HashSet<>(consumer.assignment());
        others.removeAll(consumed.keySet());
        if (!others.isEmpty()) {
            addUnchanged(consumer, others, all);
        }
        super.sendOffsetsToTransaction(all, membership);
    }

    /** Asked anew each time: what is remembered could be older than what the group has. */
    private static void addUnchanged(
            Consumer<byte[], byte[]> consumer,
            Set<TopicPartition> partitions,
            Map<TopicPartition, OffsetAndMetadata> all) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, LIMIT);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            all.put(partition, offset == null ? FROM_THE_BEGINNING : offset);
        }
    }
}
