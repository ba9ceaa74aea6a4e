package dev.frist.contract;

import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.ReturnEvent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes events of the domain as records of the topic that their payload belongs to: for simulations and tests. */
public final class EventWriter {

    private EventWriter() {}

    /**
     * Writes an event.
     *
     * @param occurredAt epoch millis
     * @param source the system that publishes it
     * @return an {@link OrderEvent}, a {@link ReturnEvent} or an {@link InvoiceCorrectionEvent}
     */
    public static SpecificRecord write(
            String eventId,
            String orderId,
            long occurredAt,
            String source,
            @Nullable String correlationId,
            Payload payload) {
        Instant at = Instant.ofEpochMilli(occurredAt);
        if (payload instanceof OrderPayload order) {
            return new OrderEvent(eventId, orderId, at, source, correlationId, OrderPayloads.write(order));
        }
        if (payload instanceof ReturnPayload ofReturn) {
            return new ReturnEvent(eventId, orderId, at, source, correlationId, ReturnPayloads.write(ofReturn));
        }
        return new InvoiceCorrectionEvent(
                eventId, orderId, at, source, correlationId, CorrectionPayloads.write((CorrectionPayload) payload));
    }
}
