package dev.frist.examples;

import dev.frist.schema.Channel;
import dev.frist.schema.CorrectionReason;
import dev.frist.schema.CreditLine;
import dev.frist.schema.CreditNoteIssued;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.LineQuantity;
import dev.frist.schema.LineType;
import dev.frist.schema.OrderDelivered;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.OrderLine;
import dev.frist.schema.OrderPlaced;
import dev.frist.schema.Party;
import dev.frist.schema.ReturnEvent;
import dev.frist.schema.ReturnKind;
import dev.frist.schema.ReturnRegistered;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes what happens in a shop. Each call may be repeated: what was published before is not counted twice. */
public final class Checkout implements AutoCloseable {

    private static final String SOURCE = "example-shop";

    private final String prefix;
    private final KafkaProducer<String, SpecificRecord> producer;

    // region: producer
    /**
     * Connects.
     *
     * @param prefix stands before the names of the topics; may be empty
     */
    public Checkout(String brokers, String registry, String prefix) {
        this.prefix = prefix;
        this.producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                brokers,
                "schema.registry.url",
                registry,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                KafkaAvroSerializer.class,
                // The contracts are registered by `frist topics create`; a publisher looks them up.
                "auto.register.schemas",
                false,
                "avro.remove.java.properties",
                true,
                // An event that was sent is there, once, whatever happens to a broker.
                "acks",
                "all",
                "enable.idempotence",
                true));
    }
    // endregion

    // region: order
    /** A customer bought; {@code placedAt} is when, not when this is called. */
    public void placed(String orderId, String merchantId, String customer, List<OrderLine> lines, Instant placedAt) {
        OrderPlaced payload = new OrderPlaced(
                merchantId, new Channel("DIRECT", "https://shop.example/returns"), "SE", "SEK", customer, lines);
        // The id is made from what happened, so that sending it again is the same event.
        publish("orders", orderId, new OrderEvent(orderId + ":placed", orderId, placedAt, SOURCE, null, payload));
    }

    /** Everything arrived. */
    public void delivered(String orderId, Instant deliveredAt) {
        publish(
                "orders",
                orderId,
                new OrderEvent(
                        orderId + ":delivered",
                        orderId,
                        deliveredAt,
                        SOURCE,
                        null,
                        new OrderDelivered(deliveredAt, null)));
    }
    // endregion

    // region: return
    /** The customer announced that units come back. */
    public void returnRegistered(String orderId, String returnId, List<LineQuantity> units, Instant registeredAt) {
        publish(
                "returns",
                orderId,
                new ReturnEvent(
                        orderId + ":" + returnId,
                        orderId,
                        registeredAt,
                        SOURCE,
                        null,
                        new ReturnRegistered(returnId, ReturnKind.WITHDRAWAL, Party.CONSUMER, units)));
    }
    // endregion

    // region: correction
    /**
     * The invoice was corrected. Say which lines and how many units, and name the return if there is one: an amount alone
     * can only be guessed at.
     */
    public void credited(
            String orderId, String correctionId, @Nullable String returnId, List<CreditLine> lines, Instant issuedAt) {
        long amount = lines.stream().mapToLong(CreditLine::getAmount).sum();
        publish(
                "invoice-corrections",
                orderId,
                new InvoiceCorrectionEvent(
                        orderId + ":" + correctionId,
                        orderId,
                        issuedAt,
                        SOURCE,
                        null,
                        new CreditNoteIssued(
                                correctionId, null, returnId, "SEK", lines, 0L, amount, CorrectionReason.RETURN)));
    }
    // endregion

    /** A pair of shoes, say; {@code amount} is for the whole quantity, in minor units, tax included. */
    public static OrderLine line(String lineId, int quantity, long amount) {
        return new OrderLine(lineId, lineId, LineType.PHYSICAL, quantity, amount, 2500);
    }

    private void publish(String topic, String orderId, SpecificRecord event) {
        try {
            // The key is the order's id: all that concerns an order is read by one task.
            producer.send(new ProducerRecord<>(prefix + topic, orderId, event)).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the event was not published; send it again", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the event was published; send it again", interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
