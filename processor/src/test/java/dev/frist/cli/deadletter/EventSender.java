package dev.frist.cli.deadletter;

import dev.frist.contract.EventWriter;
import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.Payload;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.stack.LocalStack;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A checkout that makes mistakes. */
final class EventSender implements AutoCloseable {

    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();

    EventSender(LocalStack stack, String prefix) {
        this.prefix = prefix;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        serializer.configure(
                Map.of(
                        "schema.registry.url",
                        stack.registryUrl(),
                        "auto.register.schemas",
                        false,
                        "avro.remove.java.properties",
                        true),
                false);
    }

    void send(String eventId, String orderId, Payload payload) throws Exception {
        String topic = prefix + topic(payload);
        byte[] value = serializer.serialize(
                topic, EventWriter.write(eventId, orderId, System.currentTimeMillis(), "shop", null, payload));
        producer.send(new ProducerRecord<>(topic, orderId, value)).get();
    }

    void sendBytes(String topic, String key, byte[] value) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(prefix + topic, key, value);
        record.headers().add("trace", "t1".getBytes(StandardCharsets.UTF_8));
        producer.send(record).get();
    }

    /** As the processor writes them, but with a header of one's own choice; null is a value that was left out. */
    void sendDeadLetter(String key, String origin, byte @Nullable [] value) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(prefix + Contracts.DEAD_LETTERS, key, value);
        Map.of(
                        DeadLetterHeaders.REASON, "UNDECODABLE",
                        DeadLetterHeaders.TOPIC, origin,
                        DeadLetterHeaders.PARTITION, "0",
                        DeadLetterHeaders.OFFSET, "0")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        if (value == null) {
            record.headers().add(DeadLetterHeaders.OMITTED, "9 bytes".getBytes(StandardCharsets.UTF_8));
        }
        producer.send(record).get();
    }

    private static String topic(Payload payload) {
        if (payload instanceof OrderPayload) {
            return Contracts.ORDERS;
        }
        return payload instanceof CorrectionPayload ? Contracts.INVOICE_CORRECTIONS : Contracts.RETURNS;
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
