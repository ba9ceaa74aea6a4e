package dev.frist.experiments.measure;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.DayCount;
import dev.frist.domain.policy.OpenCases;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Scope;
import dev.frist.domain.policy.UncontestedRefusal;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.topology.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends cases whose deadline falls at a chosen instant: an order of one pair of shoes, and its return. */
final class CaseSender implements AutoCloseable {

    /** Between the registration of a return and its deadline. */
    static final Duration WINDOW = Duration.ofHours(1);

    private final TopicNames topics;
    private final ContractRegistry registry;
    private final ContractCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;

    CaseSender(Rig rig) {
        topics = rig.topics();
        registry = ContractRegistry.connect(rig.config("sender").registry());
        codec = registry.codec();
        Map<String, Object> settings = rig.config("sender").producer();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The policy under which all cases are opened. */
    void policy() {
        WindowPolicy policy = new WindowPolicy(
                new PolicyRef("measure", 1),
                new Scope(null, null, null, null),
                0,
                Window.parse(WINDOW.toString()),
                Anchor.REGISTERED,
                Window.parse("P14D"),
                Window.parse("P30D"),
                Window.parse("PT0S"),
                List.of(),
                Window.parse("PT0S"),
                new CalendarRule(ZoneId.of("Europe/Stockholm"), "SE", DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME),
                0,
                0,
                UncontestedRefusal.ESCALATES,
                false,
                OpenCases.NEW_CASES_ONLY,
                "measure",
                null,
                "to be measured");
        send(
                topics.windowPolicies(),
                policy.ref().toString(),
                codec.encode(topics.windowPolicies(), PolicyWriter.write(policy)));
        producer.flush();
    }

    /** A case by its id; {@code due} is epoch millis and at most an hour ahead. */
    void open(String orderId, long due) {
        long registered = due - WINDOW.toMillis();
        event(
                topics.orders(),
                orderId,
                "o",
                registered - 1,
                new OrderPlaced(
                        "M1",
                        new Channel("DIRECT", "merchant"),
                        "SE",
                        "SEK",
                        "C1",
                        List.of(new OrderLine("L1", "shoe", LineType.PHYSICAL, 1, 50_000, 2500))));
        event(
                topics.returns(),
                orderId,
                "r",
                registered,
                new ReturnRegistered("R1", ReturnKind.WITHDRAWAL, Party.CONSUMER, List.of(new LineQuantity("L1", 1))));
    }

    private void event(String topic, String orderId, String eventId, long occurredAt, Payload payload) {
        send(
                topic,
                orderId,
                codec.encode(topic, EventWriter.write(eventId, orderId, occurredAt, "measure", null, payload)));
    }

    private void send(String topic, String key, byte[] value) {
        var unusedAsTheCallbackSeesIt = producer.send(
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value), (sent, failed) -> {
                    if (failed != null) {
                        throw new IllegalStateException("a record could not be sent", failed);
                    }
                });
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
    }
}
