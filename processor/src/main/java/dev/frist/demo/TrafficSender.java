package dev.frist.demo;

import dev.frist.config.FristConfig;
import dev.frist.contract.EventWriter;
import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.Payload;
import dev.frist.schema.Contracts;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes the traffic when its time has come, as the systems of a checkout would: with Confluent's serializer. */
final class TrafficSender implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final String SOURCE = "demo-checkout";

    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private @Nullable Thread thread;

    TrafficSender(FristConfig config) {
        this.prefix = config.topicPrefix();
        this.producer = new KafkaProducer<>(config.producer(), new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> registry = new HashMap<>(config.registry());
        // The contracts were registered when the topics were made; no publisher should change them in passing.
        registry.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, false);
        registry.put("avro.remove.java.properties", true);
        serializer.configure(registry, false);
    }

    /**
     * Starts sending in the background.
     *
     * @param start the start of the traffic, epoch millis
     */
    void start(List<TrafficEvent> events, long start) {
        Thread sending = new Thread(() -> send(events, start), "demo-traffic");
        sending.setDaemon(true);
        sending.start();
        thread = sending;
    }

    /** Sends a record that nobody can read, as a broken publisher would. */
    void sendGarbage() {
        deliver(Contracts.RETURNS, "D0000", "not Avro".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Says whether all went well so far.
     *
     * @throws DemoException if an event could not be sent
     */
    void requireSuccess() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new DemoException("an event could not be sent: " + failed.getMessage(), failed);
        }
    }

    /** Stops sending; what was not sent is not sent any more. */
    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
        producer.close(CLOSE_LIMIT);
        serializer.close();
    }

    private void send(List<TrafficEvent> events, long start) {
        try {
            for (TrafficEvent event : events) {
                long wait = start + event.arrives() - System.currentTimeMillis();
                if (wait > 0) {
                    Thread.sleep(wait);
                }
                String topic = topic(event.payload());
                byte[] value = serializer.serialize(
                        prefix + topic,
                        EventWriter.write(
                                event.eventId(),
                                event.orderId(),
                                start + event.occurs(),
                                SOURCE,
                                null,
                                event.payloadFrom(start)));
                deliver(topic, event.orderId(), value);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private void deliver(String topic, String key, byte[] value) {
        Future<RecordMetadata> unusedAsTheCallbackSeesIt =
                producer.send(new ProducerRecord<>(prefix + topic, key, value), (sent, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
    }

    private static String topic(Payload payload) {
        if (payload instanceof OrderPayload) {
            return Contracts.ORDERS;
        }
        return payload instanceof CorrectionPayload ? Contracts.INVOICE_CORRECTIONS : Contracts.RETURNS;
    }
}
