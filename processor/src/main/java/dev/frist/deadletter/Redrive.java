package dev.frist.deadletter;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.setup.BrokerConnection;
import dev.frist.setup.Patient;
import dev.frist.setup.StartupException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends refused records again, once: each goes to the topic that it came from in one transaction with a note in the topic
 * of dead letters that says so. Whoever opens a redrive fences those that others have open: what they had not committed is
 * aborted. So a reading of the topic that begins after the opening has seen every note there will be, and nothing is sent
 * twice however many operators try at once.
 */
public final class Redrive implements AutoCloseable {

    private final String deadLetters;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * A record to be sent again.
     *
     * @param refused the dead letter
     * @param key what it is sent with
     * @param value what is sent: the bytes as they came, or mended ones
     * @param isFixed whether it was mended
     */
    public record Sending(RefusedRecord refused, byte @Nullable [] key, byte @Nullable [] value, boolean isFixed) {

        /** As it came. */
        static Sending untouched(RefusedRecord refused) {
            return new Sending(refused, refused.key(), refused.value(), false);
        }

        /** The topic that it came from, and goes to. */
        public String topic() {
            return Objects.requireNonNull(refused.origin(), "without an origin nothing is sent")
                    .topic();
        }
    }

    private Redrive(String deadLetters, KafkaProducer<byte[], byte[]> producer) {
        this.deadLetters = deadLetters;
        this.producer = producer;
    }

    /**
     * Opens; read the topic after that.
     *
     * @throws StartupException if the brokers don't answer or refuse
     */
    public static Redrive open(FristConfig config, DeadLetterTopic topic) {
        BrokerConnection.open(config).close();
        Map<String, Object> settings = new HashMap<>(config.producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.applicationId() + "-redrive");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.putIfAbsent(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Long.toString(config.duration(Settings.STARTUP_TIMEOUT).toMillis()));
        try {
            KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            try {
                producer.initTransactions();
                return new Redrive(topic.name(), producer);
            } catch (KafkaException refused) {
                producer.close();
                throw refused;
            }
        } catch (KafkaException failed) {
            throw new StartupException("nothing can be sent again: " + Patient.reason(failed), failed);
        }
    }

    /**
     * Sends all of them, or none.
     *
     * @throws StartupException if they can't be sent; then none was
     */
    public void send(List<Sending> sendings) {
        try {
            producer.beginTransaction();
            for (Sending sending : sendings) {
                send(sending);
            }
            producer.commitTransaction();
        } catch (KafkaException failed) {
            // A producer that was fenced cannot even abort; what it sent is aborted all the same.
            producer.close(Duration.ZERO);
            throw new StartupException("nothing was sent again: " + Patient.reason(failed), failed);
        }
    }

    private void send(Sending sending) {
        RefusedRecord refused = sending.refused();
        Headers headers = new RecordHeaders();
        for (Header header : refused.sendersHeaders()) {
            headers.add(header);
        }
        headers.add(DeadLetterHeaders.REDRIVEN_FROM, bytes(refused.id().toString()));
        var unusedAsTheCommitSeesFailures = producer.send(
                new ProducerRecord<>(sending.topic(), null, null, sending.key(), sending.value(), headers));
        Headers note = new RecordHeaders()
                .add(DeadLetterHeaders.REDRIVEN, bytes(refused.id().toString()));
        var unusedToo = producer.send(
                new ProducerRecord<>(deadLetters, refused.id().partition(), null, refused.key(), null, note));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
