package dev.frist.setup;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic from outside of the processor: what was committed, from its beginning to where it ends now. */
public final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final Duration limit;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicScan(String topic, Duration limit, KafkaConsumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.limit = limit;
        this.consumer = consumer;
    }

    /**
     * Prepares to read a topic. Belongs to no group and commits nothing.
     *
     * @param topic with the prefix of the installation
     * @throws StartupException if no broker answers within {@code startup.timeout}
     */
    public static TopicScan of(FristConfig config, String topic) {
        BrokerConnection.awaitAny(config);
        Map<String, Object> settings = new HashMap<>(config.consumer());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        try {
            return new TopicScan(
                    topic,
                    config.duration(Settings.STARTUP_TIMEOUT),
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        } catch (KafkaException unusable) {
            throw unreadable(topic, unusable);
        }
    }

    /**
     * The partitions of the topic.
     *
     * @throws StartupException if it is missing
     */
    public List<TopicPartition> partitions() {
        try {
            List<TopicPartition> partitions = consumer.listTopics(limit).getOrDefault(topic, List.of()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new StartupException("topic " + topic + " is missing: run `frist topics create`");
            }
            return partitions;
        } catch (KafkaException failed) {
            throw unreadable(topic, failed);
        }
    }

    /**
     * Reads everything, each partition in its order.
     *
     * @throws StartupException if it is missing, or nothing comes for {@code startup.timeout} though there is more
     */
    public void forEach(Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        List<TopicPartition> partitions = partitions();
        try {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, limit);
            Patient patient = Patient.within(limit);
            long before = -1;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(visitor);
                long now = partitions.stream().mapToLong(consumer::position).sum();
                if (now != before) {
                    before = now;
                    patient = Patient.within(limit);
                } else if (!patient.isLeft()) {
                    throw new StartupException(
                            "topic " + topic + " was not read to its end within " + limit + " (startup.timeout)");
                }
            }
        } catch (KafkaException failed) {
            throw unreadable(topic, failed);
        }
    }

    /**
     * Reads one record.
     *
     * @return null where it is there no longer, or not yet
     * @throws StartupException if it can't be read
     */
    public @Nullable ConsumerRecord<byte[], byte[]> at(int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        try {
            consumer.assign(List.of(place));
            if (consumer.beginningOffsets(List.of(place), limit).getOrDefault(place, 0L) > offset
                    || consumer.endOffsets(List.of(place), limit).getOrDefault(place, 0L) <= offset) {
                return null;
            }
            consumer.seek(place, offset);
            Patient patient = Patient.within(limit);
            while (consumer.position(place) <= offset && patient.isLeft()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record.offset() == offset ? record : null;
                }
            }
            return null;
        } catch (KafkaException failed) {
            throw unreadable(topic, failed);
        }
    }

    private static StartupException unreadable(String topic, KafkaException cause) {
        return new StartupException("topic " + topic + " can't be read: " + Patient.reason(cause), cause);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
