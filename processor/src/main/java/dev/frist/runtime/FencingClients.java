package dev.frist.runtime;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Kafka's clients, with a fence around every transaction.
 *
 * <p>Under exactly-once an instance that was thought dead is kept from committing by the offsets in its transaction: the
 * brokers refuse them from whoever is no longer a member of the group. A transaction without offsets is not refused, and a
 * wake-up makes such a one wherever its task has read no record since it was assigned. A zombie would so publish decisions
 * and overwrite the state of whoever took its partitions over. So a transaction that has no offsets gets one: that of the
 * policy topic, which no member of the group is ever assigned.
 */
final class FencingClients implements KafkaClientSupplier {

    private final Map<TopicPartition, OffsetAndMetadata> fence;

    /** Fences with an offset of that topic, which must be there and not be read as a source of tasks. */
    FencingClients(String topic) {
        fence = Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0, "fence"));
    }

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new FencingProducer(settings, fence);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return consumer(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return consumer(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return consumer(settings);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Never sends a transaction without offsets. */
    private static final class FencingProducer extends KafkaProducer<byte[], byte[]> {

        private final Map<TopicPartition, OffsetAndMetadata> fence;

        FencingProducer(Map<String, Object> settings, Map<TopicPartition, OffsetAndMetadata> fence) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
            this.fence = fence;
        }

        @Override
        public void sendOffsetsToTransaction(
                Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
            super.sendOffsetsToTransaction(offsets.isEmpty() ? fence : offsets, group);
        }
    }
}
