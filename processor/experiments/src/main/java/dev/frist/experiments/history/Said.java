package dev.frist.experiments.history;

import dev.frist.contract.EventWriter;
import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.Payload;
import dev.frist.schema.Contracts;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;

/**
 * Something that happened to an order.
 *
 * @param occurs its business time, epoch millis
 * @param arrives when it is sent, epoch millis
 */
record Said(String eventId, String orderId, long occurs, long arrives, Payload payload) {

    private static final String SOURCE = "chaos";

    Outgoing by(Route route) {
        return new Outgoing(
                arrives, topic(), orderId.getBytes(StandardCharsets.UTF_8), Content.of(topic(), record()), null, route);
    }

    SpecificRecord record() {
        return EventWriter.write(eventId, orderId, occurs, SOURCE, null, payload);
    }

    String topic() {
        if (payload instanceof OrderPayload) {
            return Contracts.ORDERS;
        }
        return payload instanceof CorrectionPayload ? Contracts.INVOICE_CORRECTIONS : Contracts.RETURNS;
    }
}
