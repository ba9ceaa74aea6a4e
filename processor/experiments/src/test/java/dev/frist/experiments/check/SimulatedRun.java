package dev.frist.experiments.check;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.contract.DecisionReader;
import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.order.Limits;
import dev.frist.domain.verdict.DecisionIds;
import dev.frist.experiments.record.Input;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.RunSettings;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioEvent;
import dev.frist.scenario.WrittenPolicy;
import dev.frist.schema.Contracts;
import dev.frist.schema.Notice;
import dev.frist.state.HandlingWindows;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.FristTopology;
import dev.frist.topology.Names;
import dev.frist.topology.TopologyParts;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** A scenario run through the topology on a virtual clock, recorded as it would be from brokers. */
final class SimulatedRun implements AutoCloseable {

    private static final Duration TURN = Duration.ofMillis(1);
    private static final String APPLICATION = "frist-test";

    private final String scope = "simulated-" + UUID.randomUUID();
    private final Scenario scenario;
    private final ContractRegistry registry =
            ContractRegistry.connect(Map.of("schema.registry.url", "mock://" + scope, "auto.register.schemas", true));
    private final ContractCodec codec = registry.codec();
    private final TopologyTestDriver driver;
    private final Map<String, Long> offsets = new HashMap<>();
    private final Map<String, UUID> openings = new HashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<TopicRecord> outputs = new ArrayList<>();
    private final List<TopicRecord> orders = new ArrayList<>();
    private final List<TopicRecord> windows = new ArrayList<>();
    private long clock = Long.MIN_VALUE;

    private SimulatedRun(Scenario scenario, UnaryOperator<TopologyParts> change) {
        this.scenario = scenario;
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        TopologyParts parts = TopologyParts.simulated(
                CaseEngine.of(new Engine(Limits.DEFAULT)), registry, () -> Instant.ofEpochMilli(clock));
        driver = new TopologyTestDriver(FristTopology.build(settings, change.apply(parts)), settings);
    }

    static Recording of(Scenario scenario) throws Exception {
        return of(scenario, parts -> parts);
    }

    /** A run of a topology that is made with other parts. */
    static Recording of(Scenario scenario, UnaryOperator<TopologyParts> change) throws Exception {
        try (SimulatedRun run = new SimulatedRun(scenario, change)) {
            return run.toTheEnd();
        }
    }

    private Recording toTheEnd() throws Exception {
        Deque<ScenarioEvent> arriving = new ArrayDeque<>(scenario.events());
        Deque<WrittenPolicy> writing = new ArrayDeque<>(scenario.policies().stream()
                .sorted(Comparator.comparingLong(WrittenPolicy::writtenAt))
                .toList());
        while (true) {
            long policyAt = writing.isEmpty()
                    ? Long.MAX_VALUE
                    : scenario.processedAt(writing.getFirst().writtenAt());
            long eventAt = arriving.isEmpty()
                    ? Long.MAX_VALUE
                    : scenario.processedAt(arriving.getFirst().at());
            OptionalLong due = HandlingWindows.next(driver.getKeyValueStore(Names.HANDLING_WINDOWS));
            long wakeAt = due.isEmpty() ? Long.MAX_VALUE : scenario.processedAt(Math.max(due.getAsLong(), clock));
            long next = Math.min(policyAt, Math.min(eventAt, wakeAt));
            if (next > scenario.until() || (writing.isEmpty() && arriving.isEmpty() && due.isEmpty())) {
                break;
            }
            clock = Math.max(clock, next);
            if (policyAt == next) {
                write(writing.removeFirst());
            } else if (eventAt == next) {
                read(arriving.removeFirst());
            } else {
                driver.advanceWallClockTime(TURN);
            }
            collect();
        }
        clock = scenario.until();
        driver.advanceWallClockTime(TURN);
        collect();
        return recording();
    }

    private void write(WrittenPolicy version) {
        String topic = Contracts.WINDOW_POLICIES;
        byte[] value = codec.encode(topic, PolicyWriter.write(version.policy()));
        pipe(topic, bytes(version.policy().ref().toString()), value, version.writtenAt());
    }

    private void read(ScenarioEvent event) {
        String topic = event.topic().topicName();
        byte[] value = event.raw() != null
                ? Base64.getDecoder().decode(event.raw())
                : codec.encode(
                        topic,
                        EventWriter.write(
                                event.eventId(),
                                event.orderId(),
                                event.occurredAt(),
                                event.source(),
                                event.correlationId(),
                                payload(event)));
        pipe(topic, bytes(event.key() == null ? event.orderId() : event.key()), value, event.at());
    }

    private Payload payload(ScenarioEvent event) {
        if (event.payload() instanceof NoticeDelivered receipt
                && receipt.noticeId().equals(ScenarioEvent.OPENING_NOTICE)) {
            UUID opening = openings.getOrDefault(
                    event.orderId() + "/" + receipt.returnId(), DecisionIds.of(event.orderId(), receipt.returnId(), 1));
            return new NoticeDelivered(
                    receipt.returnId(),
                    opening.toString(),
                    receipt.audience(),
                    receipt.channel(),
                    receipt.deliveredAt());
        }
        return event.payload();
    }

    private void pipe(String topic, byte[] key, byte[] value, long timestamp) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, new RecordHeaders(), timestamp));
        long offset = offset(topic);
        inputs.add(new Input(new TopicRecord(topic, 0, offset, timestamp, key, value, List.of()), timestamp));
    }

    private long offset(String topic) {
        return offsets.merge(topic, 1L, Long::sum) - 1;
    }

    private void collect() throws Exception {
        for (String topic : RunSettings.OUTPUTS) {
            collect(topic, outputs);
        }
        collect(APPLICATION + "-order-facts-changelog", orders);
        collect(APPLICATION + "-handling-windows-changelog", windows);
    }

    private void collect(String topic, List<TopicRecord> into) throws Exception {
        var output = driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        for (TestRecord<byte[], byte[]> record : output.readRecordsToList()) {
            TopicRecord read = new TopicRecord(
                    topic,
                    0,
                    offset(topic),
                    record.timestamp() == null ? clock : record.timestamp(),
                    record.key(),
                    record.value(),
                    headers(record.headers()));
            into.add(read);
            if (topic.equals(Contracts.NOTICES)) {
                Decision notice = DecisionReader.read(
                        codec.decode(topic, new RecordHeaders(), record.value(), Notice.getClassSchema()));
                if (notice.type() == DecisionType.RETURN_OPENED) {
                    openings.putIfAbsent(notice.orderId() + "/" + notice.returnId(), notice.decisionId());
                }
            }
        }
    }

    private static List<TopicRecord.Header> headers(Headers headers) {
        List<TopicRecord.Header> all = new ArrayList<>();
        headers.forEach(header -> all.add(new TopicRecord.Header(header.key(), header.value())));
        return all;
    }

    private Recording recording() throws Exception {
        Map<Position, Long> acknowledged = new HashMap<>();
        inputs.forEach(input -> acknowledged.put(input.record().position(), input.acknowledgedAt()));
        Map<Integer, String> schemas = new HashMap<>();
        var client = MockSchemaRegistry.getClientForScope(scope);
        for (String subject : client.getAllSubjects()) {
            var latest = client.getLatestSchemaMetadata(subject);
            schemas.put(latest.getId(), latest.getSchema());
        }
        RunSettings settings = new RunSettings(
                "", APPLICATION, Limits.DEFAULT, Duration.ofDays(1).toMillis(), 3 << 20, 4 << 20, scenario.until() + 1);
        return new Recording(settings, inputs, acknowledged, outputs, orders, windows, schemas);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
