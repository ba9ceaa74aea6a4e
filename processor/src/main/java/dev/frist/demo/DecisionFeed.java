package dev.frist.demo;

import dev.frist.config.FristConfig;
import dev.frist.contract.DecisionReader;
import dev.frist.domain.decision.Decision;
import dev.frist.schema.Contracts;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is decided, as a notification service would: committed decisions, with Confluent's deserializer. */
final class DecisionFeed implements AutoCloseable {

    private final String deadLetters;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

    /** Reads all output topics from their beginning; they must be there. */
    DecisionFeed(FristConfig config) {
        this.deadLetters = config.topicPrefix() + Contracts.DEAD_LETTERS;
        Map<String, Object> settings = new HashMap<>(config.consumer());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        Map<String, Object> registry = new HashMap<>(config.registry());
        registry.put("specific.avro.reader", true);
        deserializer.configure(registry, false);
        List<TopicPartition> partitions = Stream.of(
                        Contracts.DISPUTES, Contracts.RESOLUTIONS, Contracts.NOTICES, Contracts.DEAD_LETTERS)
                .flatMap(topic -> consumer.partitionsFor(config.topicPrefix() + topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits for decisions, counts them and returns them in the order in which they were made. */
    List<Decision> poll(Duration patience, Tally tally) {
        List<Decision> decisions = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : consumer.poll(patience)) {
            if (message.topic().equals(deadLetters)) {
                tally.addDeadLetter();
            } else {
                SpecificRecord value = (SpecificRecord) deserializer.deserialize(message.topic(), message.value());
                decisions.add(DecisionReader.read(value));
            }
        }
        decisions.sort(Comparator.comparingLong(Decision::decidedAt).thenComparingInt(Decision::sequence));
        decisions.forEach(tally::add);
        return decisions;
    }

    @Override
    public void close() {
        consumer.close();
        deserializer.close();
    }
}
