package dev.frist.scenario;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.contract.DecisionReader;
import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Position;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.scenario.Published.Refused;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.schema.Dispute;
import dev.frist.schema.Notice;
import dev.frist.schema.Resolution;
import dev.frist.state.HandlingWindows;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.FristTopology;
import dev.frist.topology.Names;
import dev.frist.topology.TopicNames;
import dev.frist.topology.TopologyParts;
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
import org.apache.avro.Schema;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** One scenario on its way through the topology. */
final class TopologyRun implements AutoCloseable {

    /** Long enough for one turn of the sweep. */
    private static final Duration TURN = Duration.ofMillis(1);

    private final Scenario scenario;
    private final ContractCodec codec;
    private final TopicNames topics = new TopicNames("");
    private final TopologyTestDriver driver;
    private final Deque<ScenarioEvent> arriving;
    private final List<WrittenPolicy> written;
    private final Deque<WrittenPolicy> writing;
    private final ArrivedEvents arrived = new ArrivedEvents();
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private long clock = Long.MIN_VALUE;

    TopologyRun(Scenario scenario, Engine engine, ContractRegistry registry) {
        this.scenario = scenario;
        this.codec = registry.codec();
        this.arriving = new ArrayDeque<>(scenario.events());
        this.written = scenario.policies().stream()
                .sorted(Comparator.comparingLong(WrittenPolicy::writtenAt))
                .toList();
        this.writing = new ArrayDeque<>(written);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "frist-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        TopologyParts parts = TopologyParts.simulated(engineOf(engine), registry, () -> Instant.ofEpochMilli(clock))
                .withTopics(topics);
        this.driver = new TopologyTestDriver(FristTopology.build(settings, parts), settings);
    }

    private static CaseEngine engineOf(Engine engine) {
        return new CaseEngine() {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                return engine.receive(before, event, policies, now);
            }

            @Override
            public Outcome wake(OrderState before, PolicyBook policies, long now) {
                return engine.wake(before, policies, now);
            }
        };
    }

    /** At an instant policies are known first, then events are read, then what is due is woken. */
    Published toTheEnd() {
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
        return new Published(decisions, refused);
    }

    private void write(WrittenPolicy version) {
        String topic = topics.windowPolicies();
        pipe(
                topic,
                bytes(version.policy().ref().toString()),
                codec.encode(topic, PolicyWriter.write(version.policy())),
                version.writtenAt());
    }

    private void read(ScenarioEvent event) {
        arrived.place(event);
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
                                arrived.payload(event)));
        String key = event.key() == null ? event.orderId() : event.key();
        pipe(topic, bytes(key), value, event.at());
    }

    private void pipe(String topic, byte[] key, byte[] value, long timestamp) {
        inputs.computeIfAbsent(
                        topic,
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(key, value, new RecordHeaders(), timestamp));
    }

    private void collect() {
        List<Decision> published = new ArrayList<>();
        published.addAll(decisionsOn(topics.disputes(), Dispute.getClassSchema()));
        published.addAll(decisionsOn(topics.resolutions(), Resolution.getClassSchema()));
        published.addAll(decisionsOn(topics.notices(), Notice.getClassSchema()));
        arrived.published(published);
        decisions.addAll(published);
        for (TestRecord<byte[], byte[]> letter : output(topics.deadLetters())) {
            refused.add(refused(letter));
        }
    }

    private Refused refused(TestRecord<byte[], byte[]> letter) {
        DeadLetterReason reason = DeadLetterReason.valueOf(header(letter, DeadLetterHeaders.REASON));
        String topic = header(letter, DeadLetterHeaders.TOPIC);
        int offset = Integer.parseInt(header(letter, DeadLetterHeaders.OFFSET));
        if (topic.equals(topics.windowPolicies())) {
            return refusedPolicy(written.get(offset), reason);
        }
        ScenarioEvent event = arrived.at(new Position(topic, 0, offset));
        return new Refused(clock, event.index(), event.eventId(), reason);
    }

    /** The sweep publishes it in its next turn; it was refused when it was written. */
    private Refused refusedPolicy(WrittenPolicy written, DeadLetterReason reason) {
        List<WrittenPolicy> policies = scenario.policies();
        return new Refused(
                scenario.processedAt(written.writtenAt()),
                policies.indexOf(written) - policies.size(),
                written.policy().ref().toString(),
                reason);
    }

    private List<Decision> decisionsOn(String topic, Schema contract) {
        List<Decision> read = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : output(topic)) {
            try {
                read.add(DecisionReader.read(codec.decode(topic, new RecordHeaders(), record.value(), contract)));
            } catch (UndecodableException broken) {
                throw new IllegalStateException("a decision on " + topic + " cannot be read back", broken);
            }
        }
        return read;
    }

    private List<TestRecord<byte[], byte[]>> output(String topic) {
        return outputs.computeIfAbsent(
                        topic,
                        name -> driver.createOutputTopic(
                                name, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .readRecordsToList();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
    }
}
