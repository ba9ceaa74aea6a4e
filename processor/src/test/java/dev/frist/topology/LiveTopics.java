package dev.frist.topology;

import dev.frist.contract.DecisionReader;
import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.schema.Contracts;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.ReturnEvent;
import dev.frist.stack.LocalStack;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics of their own on a real broker and registry, with Confluent's own serializers at both ends. */
final class LiveTopics implements AutoCloseable {

    static final int PARTITIONS = 3;

    private final TopicNames names = new TopicNames("it-" + UUID.randomUUID() + ".");
    private final LocalStack stack;
    private final KafkaProducer<String, Object> producer;
    private final KafkaProducer<byte[], byte[]> raw;
    private final Map<String, KafkaConsumer<String, Object>> consumers = new HashMap<>();
    private int events;

    LiveTopics(LocalStack stack) throws Exception {
        this.stack = stack;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            List<NewTopic> topics = new ArrayList<>();
            names.events().forEach(name -> topics.add(new NewTopic(name, PARTITIONS, (short) 1)));
            for (String name : List.of(names.disputes(), names.resolutions(), names.notices(), names.deadLetters())) {
                topics.add(new NewTopic(name, PARTITIONS, (short) 1));
            }
            topics.add(new NewTopic(names.windowPolicies(), 1, (short) 1));
            admin.createTopics(topics).all().get();
        }
        try (CachedSchemaRegistryClient registry = new CachedSchemaRegistryClient(stack.registryUrl(), 100)) {
            for (var contract : Contracts.registered().entrySet()) {
                registry.register(
                        Contracts.subject(names.prefix() + contract.getKey()), new AvroSchema(contract.getValue()));
            }
        }
        producer = new KafkaProducer<>(clients(Map.of(
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                KafkaAvroSerializer.class,
                "auto.register.schemas",
                false,
                "avro.remove.java.properties",
                true)));
        raw = new KafkaProducer<>(clients(
                Map.of("key.serializer", ByteArraySerializer.class, "value.serializer", ByteArraySerializer.class)));
    }

    Map<String, Object> clients(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", stack.bootstrapServers());
        settings.put("schema.registry.url", stack.registryUrl());
        return settings;
    }

    TopicNames names() {
        return names;
    }

    /** Publishes an event that happens now, as a team with the generated classes would. */
    String event(String orderId, Payload payload) throws Exception {
        String eventId = "e" + ++events;
        SpecificRecord value = EventWriter.write(eventId, orderId, System.currentTimeMillis(), "it", null, payload);
        send(topicOf(value), orderId, value);
        return eventId;
    }

    String topicOf(SpecificRecord value) {
        if (value instanceof OrderEvent) {
            return names.orders();
        }
        return value instanceof ReturnEvent ? names.returns() : names.invoiceCorrections();
    }

    /** Publishes any record that Confluent's serializer takes. */
    void send(String topic, String key, Object value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    void raw(String topic, byte[] key, byte[] value) throws Exception {
        raw.send(new ProducerRecord<>(topic, key, value)).get();
    }

    void policy(WindowPolicy policy) throws Exception {
        send(names.windowPolicies(), policy.ref().toString(), PolicyWriter.write(policy));
    }

    /** All that a reader of committed records sees in a topic of decisions, so far. */
    List<Decision> decisions(String topic) {
        KafkaConsumer<String, Object> consumer = consumers.computeIfAbsent(topic, name -> {
            KafkaConsumer<String, Object> made = new KafkaConsumer<>(clients(Map.of(
                    "key.deserializer",
                    StringDeserializer.class,
                    "value.deserializer",
                    KafkaAvroDeserializer.class,
                    "specific.avro.reader",
                    true,
                    "isolation.level",
                    "read_committed")));
            made.assign(partitions(name));
            return made;
        });
        consumer.seekToBeginning(consumer.assignment());
        List<Decision> decisions = new ArrayList<>();
        for (ConsumerRecord<String, Object> record : readAll(consumer)) {
            decisions.add(DecisionReader.read((SpecificRecord) record.value()));
        }
        return decisions;
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(clients(Map.of(
                "key.deserializer", ByteArrayDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class,
                "isolation.level", "read_committed")))) {
            consumer.assign(partitions(names.deadLetters()));
            consumer.seekToBeginning(consumer.assignment());
            return readAll(consumer);
        }
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new TopicPartition(topic, partition));
        }
        return partitions;
    }

    private static <K, V> List<ConsumerRecord<K, V>> readAll(KafkaConsumer<K, V> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        List<ConsumerRecord<K, V>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        raw.close(Duration.ofSeconds(5));
        consumers.values().forEach(KafkaConsumer::close);
    }
}
