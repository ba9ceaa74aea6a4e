package dev.frist.topology;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.contract.DecisionReader;
import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.order.Limits;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.schema.Dispute;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.Notice;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.Resolution;
import dev.frist.state.HandlingWindows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology on a virtual clock and a registry within the process. */
final class Simulation implements AutoCloseable {

    private static final Duration TURN = Duration.ofMillis(1);

    private long now = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
    private final InstantSource clock = () -> Instant.ofEpochMilli(now);
    private final ContractRegistry registry = ContractRegistry.connect(
            Map.of("schema.registry.url", "mock://" + UUID.randomUUID(), "auto.register.schemas", true));
    private final ContractCodec codec = registry.codec();
    private final TopicNames topics = new TopicNames("test.");
    private final TopologyTestDriver driver;
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
    private int events;

    Simulation() {
        this(engine(), parts -> parts);
    }

    Simulation(CaseEngine engine, UnaryOperator<TopologyParts> change) {
        Properties settings = settings();
        TopologyParts parts = TopologyParts.simulated(engine, registry, clock).withTopics(topics);
        driver = new TopologyTestDriver(FristTopology.build(settings, change.apply(parts)), settings);
    }

    static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "frist-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        return settings;
    }

    static CaseEngine engine() {
        return CaseEngine.of(new Engine(Limits.DEFAULT));
    }

    long now() {
        return now;
    }

    /** The clock goes on; what is due until then is woken at the instant that it was due for. */
    Simulation runUntil(long end) {
        for (OptionalLong due = nextDue(); due.isPresent() && due.getAsLong() <= end; due = nextDue()) {
            now = Math.max(now, due.getAsLong());
            sweep();
        }
        now = end;
        return this;
    }

    Simulation run(Duration time) {
        return runUntil(now + time.toMillis());
    }

    /** The clock jumps and nothing is woken. */
    Simulation skip(Duration time) {
        now += time.toMillis();
        return this;
    }

    /** One turn of the punctuation at the present instant. */
    Simulation sweep() {
        driver.advanceWallClockTime(TURN);
        return this;
    }

    OptionalLong nextDue() {
        KeyValueStore<Bytes, byte[]> windows = driver.getKeyValueStore(Names.HANDLING_WINDOWS);
        return HandlingWindows.next(windows);
    }

    /** An event that happens and arrives now; returns its eventId. */
    String event(String orderId, Payload payload) {
        String eventId = "e" + ++events;
        event(eventId, orderId, now, payload);
        return eventId;
    }

    void event(String eventId, String orderId, long occurredAt, Payload payload) {
        SpecificRecord value = EventWriter.write(eventId, orderId, occurredAt, "test", null, payload);
        String topic = topicOf(value);
        raw(topic, bytes(orderId), codec.encode(topic, value), new RecordHeaders());
    }

    private String topicOf(SpecificRecord value) {
        if (value instanceof OrderEvent) {
            return topics.orders();
        }
        return value instanceof InvoiceCorrectionEvent ? topics.invoiceCorrections() : topics.returns();
    }

    void raw(String topic, byte[] key, byte[] value, Headers headers) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, now));
    }

    void policy(WindowPolicy policy, long writtenAt) {
        byte[] value = codec.encode(topics.windowPolicies(), PolicyWriter.write(policy));
        driver.createInputTopic(topics.windowPolicies(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(bytes(policy.ref().toString()), value, new RecordHeaders(), writtenAt));
    }

    TopicNames topics() {
        return topics;
    }

    TopologyTestDriver driver() {
        return driver;
    }

    List<Decision> disputes() {
        return decisions(topics.disputes(), Dispute.getClassSchema());
    }

    List<Decision> resolutions() {
        return decisions(topics.resolutions(), Resolution.getClassSchema());
    }

    List<Decision> notices() {
        return decisions(topics.notices(), Notice.getClassSchema());
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return output(topics.deadLetters());
    }

    private List<Decision> decisions(String topic, Schema contract) {
        List<Decision> decisions = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : output(topic)) {
            try {
                SpecificRecord value = codec.decode(topic, new RecordHeaders(), record.value(), contract);
                decisions.add(DecisionReader.read(value));
            } catch (UndecodableException broken) {
                throw new AssertionError(broken);
            }
        }
        return decisions;
    }

    private List<TestRecord<byte[], byte[]>> output(String topic) {
        return outputs.computeIfAbsent(
                        topic,
                        name -> driver.createOutputTopic(
                                name, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .readRecordsToList();
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String reason(TestRecord<byte[], byte[]> record) {
        return header(record, DeadLetterHeaders.REASON);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
