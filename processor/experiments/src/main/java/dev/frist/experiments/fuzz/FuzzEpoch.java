package dev.frist.experiments.fuzz;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.order.Limits;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.state.CorruptStateException;
import dev.frist.state.OrderCodec;
import dev.frist.state.StoredOrder;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.FristTopology;
import dev.frist.topology.Names;
import dev.frist.topology.Telemetry;
import dev.frist.topology.TopicNames;
import dev.frist.topology.TopologyParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * Some thousand records, one after the other, through a topology that knew nothing before. After each of them the store
 * is held against what the record may have changed, and now and then the clock goes on, so that deadlines are judged with
 * whatever has become a fact.
 */
final class FuzzEpoch implements AutoCloseable {

    private static final long START = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
    private static final Duration TURN = Duration.ofMillis(1);
    private static final Limits LIMITS = new Limits(7L * 86_400_000, 400L * 86_400_000, 5L * 60_000, 12);
    private static final int RECORDS_BETWEEN_SWEEPS = 500;
    private static final long LONGEST_STEP = 8L * 86_400_000;

    private final long seed;
    private final Random random;
    private final Counts counts;
    private final TopicNames topics = new TopicNames("");
    private final Tampering tampering;
    private final Witness witness;
    private final OrderCodec codec = new OrderCodec();
    private final TopologyTestDriver driver;
    private final KeyValueStore<String, byte[]> orders;
    private final Map<String, byte[]> known = new HashMap<>();
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final List<TestOutputTopic<byte[], byte[]>> decisions;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final Map<String, Long> offsets = new HashMap<>();
    private long now = START;

    FuzzEpoch(long seed, FuzzRegistry registry, Counts counts) {
        this.seed = seed;
        this.random = new Random(seed);
        this.counts = counts;
        this.tampering = new Tampering(random, topics, registry);
        this.witness = new Witness(registry.written(), topics);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "fuzz");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        TopologyParts parts = TopologyParts.simulated(
                        CaseEngine.of(new Engine(LIMITS)), registry.registry(), () -> Instant.ofEpochMilli(now))
                .withTelemetry(new Listener())
                // A registry that cannot be asked would be waited for; here it is a finding.
                .withStopping(() -> true);
        driver = new TopologyTestDriver(FristTopology.build(settings, parts), settings);
        orders = driver.getKeyValueStore(Names.ORDER_FACTS);
        decisions = List.of(output(topics.disputes()), output(topics.resolutions()), output(topics.notices()));
        deadLetters = output(topics.deadLetters());
    }

    /** What the topology says of itself that must not be. */
    private final class Listener implements Telemetry {

        @Override
        public void wakeUpFailed() {
            counts.find("a wake-up failed in epoch " + seed);
        }

        @Override
        public void woken(long lateness) {
            counts.add("(wake-ups judged)");
        }
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Sends that many records and checks after each of them. */
    void run(int records) {
        send(tampering.firstPolicy(now));
        for (int i = 0; i < Tampering.ORDERS; i++) {
            send(tampering.order(i, now));
        }
        drain();
        for (int i = 0; i < records; i++) {
            if (i % RECORDS_BETWEEN_SWEEPS == 0) {
                goOn();
            }
            Tampered record = tampering.next(now);
            try {
                if (record.topic().equals(topics.windowPolicies())) {
                    send(record);
                    counts.add("policy");
                } else {
                    check(record);
                }
            } catch (RuntimeException | StackOverflowError thrown) {
                find(record, "threw " + thrown);
                return;
            }
        }
        goOn();
    }

    private long send(Tampered record) {
        inputs.computeIfAbsent(
                        record.topic(),
                        topic -> driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
        return offsets.merge(record.topic(), 1L, Long::sum) - 1;
    }

    private void check(Tampered record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        byte[] before = key.isEmpty() ? null : orders.get(key);
        long sizeBefore = orders.approximateNumEntries();
        long offset = send(record);
        byte[] after = key.isEmpty() ? null : orders.get(key);
        known.put(key, after);
        TestRecord<byte[], byte[]> deadLetter = deadLetterOf(record, offset);
        Witness.Reading read = witness.read(record);
        boolean isUnchanged = Arrays.equals(before, after);
        if (Math.abs(orders.approximateNumEntries() - sizeBefore) > (isUnchanged ? 0 : 1)) {
            find(record, "another order was changed");
        }
        if (deadLetter == null) {
            accepted(record, read, before, after);
        } else {
            refused(record, read, deadLetter, isUnchanged);
        }
    }

    private void accepted(Tampered record, Witness.Reading read, byte @Nullable [] before, byte @Nullable [] after) {
        Event event = read.event();
        if (read.isTooDeep()) {
            counts.add("deeper than the witness could read");
        } else if (event == null) {
            find(record, "what is no event is neither a dead letter nor refused");
        } else if (event.payload() instanceof OrderErased) {
            counts.add("erasure");
        } else if (before != null && Arrays.equals(before, after)) {
            counts.add("duplicate");
            require(record, event, before);
        } else {
            counts.add("fact");
            require(record, event, after);
        }
    }

    /** The order must have that very fact. */
    private void require(Tampered record, Event event, byte @Nullable [] stored) {
        try {
            StoredOrder order = codec.decode(Objects.requireNonNull(stored, "the order is not stored"));
            boolean isThere = order.state().facts().stream()
                    .filter(fact -> fact.eventId().equals(event.eventId()))
                    .anyMatch(fact -> saysTheSame(fact, event));
            if (!isThere) {
                find(record, "a fact is missing, or says something else than its record");
            }
        } catch (CorruptStateException | NullPointerException unreadable) {
            find(record, "the order cannot be read: " + unreadable.getMessage());
        }
    }

    private static boolean saysTheSame(Fact fact, Event event) {
        return fact.occurredAt() == event.occurredAt() && fact.payload().equals(event.payload());
    }

    private void refused(
            Tampered record, Witness.Reading read, TestRecord<byte[], byte[]> deadLetter, boolean isUnchanged) {
        String reason = header(deadLetter, DeadLetterHeaders.REASON);
        counts.add(String.valueOf(reason));
        if (reason == null
                || Arrays.stream(DeadLetterReason.values())
                        .noneMatch(any -> any.name().equals(reason))) {
            find(record, "a dead letter without a reason");
            return;
        }
        DeadLetterReason why = DeadLetterReason.valueOf(reason);
        if (why == DeadLetterReason.UNPROCESSABLE) {
            find(record, "could not be judged: " + header(deadLetter, DeadLetterHeaders.MESSAGE));
        }
        boolean isEvent = read.event() != null;
        if (!read.isTooDeep() && (why == DeadLetterReason.UNDECODABLE) == isEvent) {
            find(record, "refused as " + reason + ", but is " + (isEvent ? "an event" : "no event"));
        }
        // Of a registration only what exceeds the order is refused.
        if (!isUnchanged && why != DeadLetterReason.CLAIM_EXCEEDS_ORDER) {
            find(record, "refused as " + reason + ", and its order was changed");
        }
        if (header(deadLetter, DeadLetterHeaders.OMITTED) == null
                && !Arrays.equals(deadLetter.value(), record.value())) {
            find(record, "the dead letter has other bytes");
        }
    }

    /** The dead letter of a record; others are of records that came before. */
    private @Nullable TestRecord<byte[], byte[]> deadLetterOf(Tampered record, long offset) {
        TestRecord<byte[], byte[]> found = null;
        for (TestRecord<byte[], byte[]> each : deadLetters.readRecordsToList()) {
            if (record.topic().equals(header(each, DeadLetterHeaders.TOPIC))
                    && Long.toString(offset).equals(header(each, DeadLetterHeaders.OFFSET))) {
                if (found != null) {
                    find(record, "two dead letters of one record");
                }
                found = each;
            } else {
                counts.add("(later) " + header(each, DeadLetterHeaders.REASON));
            }
        }
        return found;
    }

    /** The clock goes on, deadlines are judged; before that, no order may have changed that no record spoke of. */
    private void goOn() {
        known.forEach((key, bytes) -> {
            if (!key.isEmpty() && !Arrays.equals(bytes, orders.get(key))) {
                counts.find("an order was changed by a record that did not speak of it, in epoch " + seed);
            }
        });
        now += random.nextLong(LONGEST_STEP);
        driver.advanceWallClockTime(TURN);
        drain();
        known.clear();
        try (KeyValueIterator<String, byte[]> all = orders.all()) {
            all.forEachRemaining(order -> known.put(order.key, order.value));
        }
    }

    private void drain() {
        decisions.forEach(topic -> topic.readRecordsToList().forEach(decision -> counts.add("(decisions)")));
        deadLetters
                .readRecordsToList()
                .forEach(later -> counts.add("(later) " + header(later, DeadLetterHeaders.REASON)));
    }

    private static @Nullable String header(TestRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void find(Tampered record, String what) {
        byte[] value = record.value();
        String shown = value == null
                ? "none"
                : Base64.getEncoder().encodeToString(Arrays.copyOf(value, Math.min(value.length, 600)));
        counts.find(what + " [epoch " + seed + ", " + record.topic() + ", key "
                + (record.key() == null ? "none" : Base64.getEncoder().encodeToString(Arrays.copyOf(record.key(), 20)))
                + ", value " + shown + "]");
    }

    @Override
    public void close() {
        driver.close();
    }
}
