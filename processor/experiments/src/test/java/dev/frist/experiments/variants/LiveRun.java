package dev.frist.experiments.variants;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.contract.DecisionReader;
import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.experiments.record.ClusterRecorder;
import dev.frist.experiments.record.Journal;
import dev.frist.experiments.record.Recording;
import dev.frist.schema.Contracts;
import dev.frist.schema.Dispute;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.Notice;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.Resolution;
import dev.frist.setup.BrokerConnection;
import dev.frist.setup.PlannedTopic;
import dev.frist.setup.RegistryConnection;
import dev.frist.setup.SchemaSetup;
import dev.frist.setup.TopicPlan;
import dev.frist.setup.TopicSetup;
import dev.frist.stack.LocalStack;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A processor, honest or broken, in a process of its own, on topics of its own; and what it was fed. */
final class LiveRun implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path folder;
    private final FristConfig config;
    private final ContractRegistry registry;
    private final ContractCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Journal journal = new Journal();
    private final Map<String, KafkaConsumer<byte[], byte[]>> consumers = new HashMap<>();
    private final Map<String, List<Decision>> published = new HashMap<>();
    private Process process;
    private int events;

    /**
     * Makes the topics and publishes the policy.
     *
     * @param name tells its topics from those of other runs
     */
    LiveRun(LocalStack stack, String name, WindowPolicy policy, Map<String, String> more) throws Exception {
        folder = Files.createDirectories(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "variant-")
                        .resolve(name));
        Map<String, String> settings = new TreeMap<>(ClusterRecorder.neededSettings());
        settings.put(Settings.BOOTSTRAP_SERVERS, stack.bootstrapServers());
        settings.put(Settings.SCHEMA_REGISTRY_URL, stack.registryUrl());
        settings.put(Settings.APPLICATION_ID, name);
        settings.put(Settings.TOPIC_PREFIX, name + ".");
        settings.put(Settings.TOPICS_PARTITIONS, "1");
        settings.put(Settings.STATE_DIR, folder.resolve("state").toString());
        settings.put(Settings.MANAGEMENT_PORT, "0");
        settings.put(Settings.SWEEP_INTERVAL, "PT0.1S");
        settings.put(Settings.COMPLETENESS_INTERVAL, "PT0.2S");
        settings.put("num.standby.replicas", "0");
        // A process that was killed comes back under its name, and need not be waited for.
        settings.put("main.consumer.group.instance.id", name);
        settings.putAll(more);
        Files.writeString(
                folder.resolve("frist.properties"),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        config = FristConfig.of(settings);
        List<PlannedTopic> topics = TopicPlan.of(config);
        try (BrokerConnection brokers = BrokerConnection.open(config);
                RegistryConnection schemas = RegistryConnection.open(config)) {
            new TopicSetup(brokers).create(topics);
            new SchemaSetup(schemas).create(topics);
        }
        registry = ContractRegistry.connect(config.registry());
        codec = registry.codec();
        producer = new KafkaProducer<>(config.producer(), new ByteArraySerializer(), new ByteArraySerializer());
        send(Contracts.WINDOW_POLICIES, policy.ref().toString(), PolicyWriter.write(policy));
        producer.flush();
    }

    /** Starts a processor by its main class. */
    void start(Class<?> program) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                program.getName(),
                "run",
                "--config",
                "frist.properties");
        File log = folder.resolve("log").toFile();
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** This program's own; the process has another working directory. */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as an orchestrator does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Publishes an event that happens now; returns once the broker has it. */
    void event(String orderId, Payload payload) {
        eventually(orderId, payload, 1);
        producer.flush();
    }

    /** Publishes an event so many times, and does not wait. */
    void eventually(String orderId, Payload payload, int times) {
        events++;
        SpecificRecord value =
                EventWriter.write("e" + events, orderId, System.currentTimeMillis(), "test", null, payload);
        String topic = Contracts.RETURNS;
        if (value instanceof OrderEvent) {
            topic = Contracts.ORDERS;
        } else if (value instanceof InvoiceCorrectionEvent) {
            topic = Contracts.INVOICE_CORRECTIONS;
        }
        for (int i = 0; i < times; i++) {
            send(topic, orderId, value);
        }
    }

    void flush() {
        producer.flush();
    }

    private void send(String name, String key, SpecificRecord value) {
        String topic = config.topicPrefix() + name;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), codec.encode(topic, value));
        var unusedAsTheCallbackSeesIt = producer.send(record, (at, failure) -> {
            if (failure == null) {
                journal.acknowledged(at.topic(), at.partition(), at.offset(), System.currentTimeMillis());
            }
        });
    }

    /** The decisions of a topic that a reader of committed records has seen so far. */
    List<Decision> decisions(String name) {
        String topic = config.topicPrefix() + name;
        KafkaConsumer<byte[], byte[]> consumer = consumers.computeIfAbsent(topic, this::consumer);
        List<Decision> seen = published.computeIfAbsent(topic, all -> new ArrayList<>());
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            try {
                seen.add(DecisionReader.read(codec.decode(topic, record.headers(), record.value(), contract(name))));
            } catch (Exception unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return seen;
    }

    void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the processor ended: " + Files.readString(folder.resolve("log")));
            }
            return condition.call();
        });
    }

    private static Schema contract(String name) {
        return switch (name) {
            case Contracts.DISPUTES -> Dispute.getClassSchema();
            case Contracts.RESOLUTIONS -> Resolution.getClassSchema();
            default -> Notice.getClassSchema();
        };
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        Map<String, Object> settings = new HashMap<>(config.consumer());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.remove("group.protocol");
        KafkaConsumer<byte[], byte[]> made =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        made.assign(List.of(new TopicPartition(topic, 0)));
        return made;
    }

    Path folder() {
        return folder;
    }

    /** What lies on the broker; the processor must have ended. */
    Recording recording(long settledAt) {
        return ClusterRecorder.read(config, journal, settledAt);
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            kill();
        }
        producer.close(Duration.ofSeconds(5));
        consumers.values().forEach(KafkaConsumer::close);
        registry.close();
    }
}
