package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;

import dev.frist.contract.EventWriter;
import dev.frist.domain.fact.Payload;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.OrderEvent;
import dev.frist.stack.SecuredStack;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The teams around the processor, each under a name of its own on a secured stack. */
final class Teams {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String prefix;
    private final Path folder;
    private int events;

    Teams(String prefix, Path folder) {
        this.prefix = prefix;
        this.folder = folder;
    }

    /** The settings of Frist's own commands, beyond those by which brokers and registry are reached. */
    Map<String, String> settings(String application, Map<String, String> access) {
        Map<String, String> settings = new TreeMap<>(access);
        settings.put("topic.prefix", prefix);
        settings.put("application.id", application);
        settings.put("topics.partitions", "1");
        settings.put("topics.replication.factor", "1");
        settings.put("management.port", "0");
        settings.put("num.standby.replicas", "0");
        settings.put("startup.timeout", "PT30S");
        settings.put("close.timeout", "PT10S");
        settings.put("state.dir", folder.resolve("state-" + application).toString());
        return settings;
    }

    /** Executes a command of {@code frist} with settings. */
    static CommandRun run(Map<String, String> settings, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return frist(arguments.toArray(String[]::new));
    }

    /** The file of a policy under which a dispute opens a second after the return. */
    String policyOfASecond() throws IOException {
        String text = PolicyTexts.policy("quick", 1, "2026-01-01T00:00:00Z")
                .replace("handlingWindow: P21D", "handlingWindow: PT1S")
                .replace("minimumNotice: P7D", "minimumNotice: PT0S")
                .replace("reminders: [P7D, P1D]", "reminders: []")
                .replace("grace: PT10M", "grace: PT0S");
        return Files.writeString(folder.resolve("quick.yaml"), text).toString();
    }

    String topic(String contract) {
        return prefix + contract;
    }

    /** Publishes an event that happens now. */
    void event(Map<String, String> access, String orderId, Payload payload) throws Exception {
        SpecificRecord value =
                EventWriter.write(prefix + events++, orderId, System.currentTimeMillis(), "shop", null, payload);
        String contract = value instanceof OrderEvent
                ? "orders"
                : value instanceof InvoiceCorrectionEvent ? "invoice-corrections" : "returns";
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("auto.register.schemas", false);
        settings.put("avro.remove.java.properties", true);
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
            serializer.configure(settings, false);
            send(access, topic(contract), orderId, serializer.serialize(topic(contract), value));
        }
    }

    /** Publishes bytes; what the brokers refuse is thrown. */
    static void send(Map<String, String> access, String topic, String key, byte[] value) throws Exception {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("max.block.ms", "10000");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof Exception cause ? cause : refused;
        }
    }

    /** Consumes in a group until a record is what is looked for, and commits. */
    static List<ConsumerRecord<byte[], byte[]>> consume(
            Map<String, String> access,
            String group,
            List<String> topics,
            Predicate<List<ConsumerRecord<byte[], byte[]>>> enough) {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(topics);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(records)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("not enough within " + PATIENCE + ": " + records);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            consumer.commitSync();
        }
        return records;
    }

    /** Of who administers the stack, and is asked for nothing. */
    static Map<String, String> administrator(SecuredStack stack) {
        return Map.of(
                "bootstrap.servers", stack.open().bootstrapServers(),
                "schema.registry.url", stack.open().registryUrl());
    }
}
