package dev.frist.contract;

import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.ReturnEvent;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of the three event topics as the domain's events. Checks nothing: whatever the contract lets
 * through arrives in the domain as it stands, which judges it and names a reason.
 */
public final class EventReader {

    private EventReader() {}

    /**
     * Reads a record.
     *
     * @param key the record's key as text
     * @param value an {@link OrderEvent}, {@link ReturnEvent} or {@link InvoiceCorrectionEvent} that Avro has decoded
     * @param arrivedAt the record's timestamp, epoch millis
     * @param original the untouched bytes of the value
     * @throws IllegalArgumentException where the value is of another contract
     */
    public static Event read(
            @Nullable String key, SpecificRecord value, Position position, long arrivedAt, byte[] original) {
        if (value instanceof OrderEvent event) {
            return new Event(
                    key,
                    event.getEventId(),
                    event.getOrderId(),
                    event.getOccurredAt().toEpochMilli(),
                    payload(event.getPayload()),
                    position,
                    arrivedAt,
                    original);
        }
        if (value instanceof ReturnEvent event) {
            return new Event(
                    key,
                    event.getEventId(),
                    event.getOrderId(),
                    event.getOccurredAt().toEpochMilli(),
                    payload(event.getPayload()),
                    position,
                    arrivedAt,
                    original);
        }
        if (value instanceof InvoiceCorrectionEvent event) {
            return new Event(
                    key,
                    event.getEventId(),
                    event.getOrderId(),
                    event.getOccurredAt().toEpochMilli(),
                    payload(event.getPayload()),
                    position,
                    arrivedAt,
                    original);
        }
        throw new IllegalArgumentException(value.getSchema().getFullName() + " is no event");
    }

    private static Payload payload(Object payload) {
        Payload read = OrderPayloads.read(payload);
        if (read == null) {
            read = ReturnPayloads.read(payload);
        }
        if (read == null) {
            read = CorrectionPayloads.read(payload);
        }
        if (read == null) {
            throw new IllegalArgumentException(payload.getClass().getName() + " is no payload of an event");
        }
        return read;
    }
}
