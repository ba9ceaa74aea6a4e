package dev.frist.experiments.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to their present end, as a reader of committed records sees them. */
final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TURN = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Reads with these settings of a consumer; group, deserializers and isolation are the reader's own. */
    TopicReader(Map<String, Object> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Reads a topic.
     *
     * @return partition by partition, by offset; nothing where there is no such topic
     * @throws IllegalStateException where the end is not reached within minutes
     */
    List<TopicRecord> read(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        List<TopicRecord> all = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            readInto(all, partition);
        }
        return all;
    }

    private void readInto(List<TopicRecord> all, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the end of " + partition + ", " + end + ", was not reached");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TURN)) {
                if (record.offset() < end) {
                    all.add(taken(record));
                }
            }
        }
    }

    private static TopicRecord taken(ConsumerRecord<byte[], byte[]> record) {
        List<TopicRecord.Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new TopicRecord.Header(header.key(), header.value())));
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
