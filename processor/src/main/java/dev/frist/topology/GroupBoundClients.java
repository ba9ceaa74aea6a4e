package dev.frist.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/** The clients of Kafka Streams, as it makes them itself, but for producers that are bound to the group. */
public final class GroupBoundClients implements KafkaClientSupplier {

    private static final String CONSUMER = "-consumer";
    private static final String PRODUCER = "-producer";

    /** Main consumers by the name of their stream thread. */
    private final Map<String, Consumer<byte[], byte[]>> members = new ConcurrentHashMap<>();

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        Consumer<byte[], byte[]> member = consumer(settings);
        String thread = thread(settings, CONSUMER);
        if (thread != null) {
            members.put(thread, member);
        }
        return member;
    }

    /** Kafka Streams makes the producer of a thread before or after its consumer; it uses them together only. */
    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        String thread = thread(settings, PRODUCER);
        if (thread == null || !settings.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG)) {
            return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return new GroupBoundProducer(settings, () -> members.get(thread));
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

    private static @Nullable String thread(Map<String, Object> settings, String role) {
        String client = String.valueOf(settings.get(CommonClientConfigs.CLIENT_ID_CONFIG));
        return client.endsWith(role) ? client.substring(0, client.length() - role.length()) : null;
    }
}
