package dev.frist.experiments.measure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed to a topic as it comes, and notes when each order's first record came. */
final class Arrivals implements AutoCloseable {

    private final Map<String, Arrival> first = new ConcurrentHashMap<>();
    private final AtomicLong repeated = new AtomicLong();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reading;
    private volatile boolean isClosing;

    /** When a record was seen, epoch millis, and where it lies. */
    record Arrival(long at, int partition) {}

    private Arrivals(Rig rig, String topic) {
        Map<String, Object> settings = rig.config("reader").consumer();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Rig.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reading = new Thread(this::read, "arrivals-" + topic);
        reading.setDaemon(true);
    }

    static Arrivals of(Rig rig, String topic) {
        Arrivals arrivals = new Arrivals(rig, topic);
        arrivals.reading.start();
        return arrivals;
    }

    private void read() {
        while (!isClosing) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Arrival arrival = new Arrival(System.currentTimeMillis(), record.partition());
                if (first.putIfAbsent(new String(record.key(), StandardCharsets.UTF_8), arrival) != null) {
                    repeated.incrementAndGet();
                }
            }
        }
        consumer.close();
    }

    /** Of how many orders a record has come. */
    int orders() {
        return first.size();
    }

    /** How many records came that were not the first of their order. */
    long repeated() {
        return repeated.get();
    }

    /** By the order's id. */
    Map<String, Arrival> first() {
        return first;
    }

    /** When the first record of an order was seen, epoch millis; one must have come. */
    long at(String orderId) {
        return Objects.requireNonNull(first.get(orderId), "no record of the order has come")
                .at();
    }

    @Override
    public void close() {
        isClosing = true;
        try {
            reading.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
