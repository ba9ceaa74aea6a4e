package dev.frist.topology;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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
 * The clients of Kafka Streams, whose transactions never commit without an offset.
 *
 * <p>An instance that was taken for dead and comes back is fenced by the offsets that it commits: they carry its generation
 * in the group, which has gone on without it. A transaction without offsets carries none. Kafka Streams 4.3.1 commits such
 * transactions from a thread that has processed no record since it started, and Frist has them: deadlines fire without
 * traffic. So where there is no offset to commit, one that was committed before is committed again, which changes nothing
 * but is refused where the partitions have another owner.
 */
public final class FencedClients implements KafkaClientSupplier {

    private static final String CLIENT_ID = "client.id";

    private final Map<String, Consumer<byte[], byte[]>> consumers = new ConcurrentHashMap<>();

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new Fenced(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        Consumer<byte[], byte[]> consumer = consumer(config);
        consumers.put(thread(config, "-consumer"), consumer);
        return consumer;
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The stream thread that a client belongs to, from the client's name. */
    private static String thread(Map<String, Object> config, String suffix) {
        String client = Objects.toString(config.get(CLIENT_ID));
        return client.endsWith(suffix) ? client.substring(0, client.length() - suffix.length()) : client;
    }

    /** Used by its stream thread only, as that thread's consumer is. */
    private final class Fenced extends KafkaProducer<byte[], byte[]> {

        private final String thread;

        Fenced(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.thread = thread(config, "-producer");
        }

        @Override
        public void sendOffsetsToTransaction(
                Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
            super.sendOffsetsToTransaction(offsets.isEmpty() ? committedBefore() : offsets, group);
        }

        private Map<TopicPartition, OffsetAndMetadata> committedBefore() {
            Consumer<byte[], byte[]> consumer = consumers.get(thread);
            if (consumer == null || consumer.assignment().isEmpty()) {
                return Map.of();
            }
            for (Map.Entry<TopicPartition, OffsetAndMetadata> each :
                    consumer.committed(consumer.assignment()).entrySet()) {
                if (each.getValue() != null) {
                    return Map.of(each.getKey(), each.getValue());
                }
            }
            // Nothing was ever processed, so there is no state that could be out of date.
            return Map.of();
        }
    }
}
