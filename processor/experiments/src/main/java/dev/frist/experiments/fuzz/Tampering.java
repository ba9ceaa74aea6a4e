package dev.frist.experiments.fuzz;

import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.topology.TopicNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Makes records, of which one in seven is left as it is. The same seed makes the same records. */
final class Tampering {

    /** Orders that records speak of. */
    static final int ORDERS = 150;

    private static final int LONG_KEY = 100_000;
    private static final int MANY_HEADERS = 200;
    private static final int ONE_IN_SO_MANY_IS_NESTED = 1_000;
    private static final int ONE_IN_SO_MANY_COMES_AGAIN = 25;
    private static final int RECENT = 100;
    private static final int DEEPEST = 400_000;

    private final Random random;
    private final TopicNames topics;
    private final PlausibleEvents events;
    private final PlausiblePolicies policies;
    private final HostileFields fields;
    private final BrokenBytes bytes;
    private final FuzzRegistry registry;
    private final Map<String, byte[]> last = new HashMap<>();
    private final List<Tampered> recent = new ArrayList<>();
    private int made;

    Tampering(Random random, TopicNames topics, FuzzRegistry registry) {
        this.random = random;
        this.topics = topics;
        this.registry = registry;
        this.events = new PlausibleEvents(random);
        this.policies = new PlausiblePolicies(random);
        this.fields = new HostileFields(random);
        this.bytes = new BrokenBytes(random);
    }

    /** The policy that is in force from the beginning. */
    Tampered firstPolicy(long now) {
        WindowPolicy policy = policies.basic(now - 86_400_000L * 365);
        return record(topics.windowPolicies(), policy.ref().toString(), PolicyWriter.write(policy), now, now);
    }

    /** An order as it should be. */
    Tampered order(int number, long now) {
        String orderId = "O" + number;
        return record(topics.orders(), orderId, event(orderId, now, events.order()), now, now);
    }

    /** Any record; now and then one of the last again, as it was. */
    Tampered next(long now) {
        if (random.nextInt(ONE_IN_SO_MANY_COMES_AGAIN) == 0 && !recent.isEmpty()) {
            return recent.get(random.nextInt(recent.size()));
        }
        Tampered record = fresh(now);
        if (recent.size() < RECENT) {
            recent.add(record);
        } else {
            recent.set(random.nextInt(RECENT), record);
        }
        return record;
    }

    private Tampered fresh(long now) {
        if (random.nextInt(100) == 0) {
            WindowPolicy policy = policies.any(now);
            return tampered(topics.windowPolicies(), policy.ref().toString(), PolicyWriter.write(policy), now);
        }
        String orderId = "O" + random.nextInt(ORDERS + 10);
        long occurredAt = now - random.nextLong(40L * 86_400_000);
        Payload payload = events.any(now);
        return tampered(topicOf(payload), orderId, event(orderId, occurredAt, payload), now);
    }

    private SpecificRecord event(String orderId, long occurredAt, Payload payload) {
        made++;
        // Now and then one that was there already.
        String eventId = "e" + (random.nextInt(20) == 0 ? random.nextInt(made) : made);
        return EventWriter.write(eventId, orderId, occurredAt, "fuzz", null, payload);
    }

    private String topicOf(Payload payload) {
        if (payload instanceof OrderPayload) {
            return topics.orders();
        }
        return payload instanceof CorrectionPayload ? topics.invoiceCorrections() : topics.returns();
    }

    private Tampered tampered(String topic, String key, SpecificRecord value, long now) {
        if (topic.equals(topics.orders()) && random.nextInt(ONE_IN_SO_MANY_IS_NESTED) == 0) {
            return nested(record(topic, key, value, now, now));
        }
        int way = random.nextInt(100);
        if (way < 14) {
            return record(topic, key, value, now, now);
        }
        if (way < 50) {
            return broken(record(topic, key, value, now, now));
        }
        if (way < 80) {
            attack(value);
            Tampered attacked = record(topic, key, value, now, now);
            return random.nextInt(8) == 0 ? broken(attacked) : attacked;
        }
        Tampered plain = record(topic, key, value, now, now);
        byte[] body = plain.value();
        if (way < 86 && body != null) {
            return with(plain, plain.key(), bytes.misnamed(body, registry.ids()), plain.headers(), now);
        }
        if (way < 91) {
            return with(plain, key(key), body, plain.headers(), now);
        }
        if (way < 94) {
            return with(plain, plain.key(), body, headers(), now);
        }
        if (way < 97) {
            return with(plain, plain.key(), random.nextBoolean() ? null : new byte[random.nextInt(6)], headers(), now);
        }
        return with(plain, plain.key(), body, plain.headers(), timestamp(now));
    }

    /** Written with a schema that has a list of lists at its end, which a reader has to skip. */
    private Tampered nested(Tampered plain) {
        byte[] value = plain.value();
        if (value == null) {
            return plain;
        }
        byte[] deep = Arrays.copyOf(value, value.length + random.nextInt(DEEPEST));
        Arrays.fill(deep, value.length, deep.length, (byte) 2);
        if (random.nextBoolean()) {
            deep[deep.length - 1] = 0;
        }
        ByteBuffer.wrap(deep).putInt(1, registry.nestedId());
        return with(plain, plain.key(), deep, plain.headers(), plain.timestamp());
    }

    private void attack(SpecificRecord value) {
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            fields.attack(value);
        }
    }

    private Tampered broken(Tampered plain) {
        byte[] value = plain.value();
        if (value == null) {
            return plain;
        }
        byte[] other = last.getOrDefault(plain.topic(), value);
        last.put(plain.topic(), value);
        return with(plain, plain.key(), bytes.broken(value, other), plain.headers(), plain.timestamp());
    }

    private Tampered record(String topic, String key, SpecificRecord value, long timestamp, long now) {
        try {
            return new Tampered(topic, utf8(key), registry.encode(value), new RecordHeaders(), timestamp);
        } catch (IOException | RuntimeException noAvro) {
            // What Avro refuses to write is left to the bytes.
            return new Tampered(topic, utf8(key), new byte[] {0, 0, 0, 0, 1, 2}, new RecordHeaders(), now);
        }
    }

    private static Tampered with(
            Tampered of, byte @Nullable [] key, byte @Nullable [] value, Headers headers, long timestamp) {
        return new Tampered(of.topic(), key, value, headers, timestamp);
    }

    private byte @Nullable [] key(String key) {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> utf8("O" + random.nextInt(ORDERS));
            case 3 -> utf8(key + "\u0000");
            case 4 -> ByteBuffer.allocate(8).putLong(random.nextLong()).array();
            case 5 -> new byte[random.nextInt(100) == 0 ? LONG_KEY : 65];
            default -> utf8(key + "@1");
        };
    }

    private Headers headers() {
        Headers headers = new RecordHeaders();
        headers.add(DeadLetterHeaders.REASON, utf8("FORGED"));
        headers.add(DeadLetterHeaders.OFFSET, new byte[] {(byte) 0xFF});
        headers.add("empty", null);
        for (int i = 0; i < random.nextInt(MANY_HEADERS); i++) {
            headers.add("h" + i, new byte[random.nextInt(20)]);
        }
        return headers;
    }

    private long timestamp(long now) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE;
            case 2 -> now + 365L * 86_400_000;
            default -> random.nextLong(now);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
