package dev.frist.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * A record that was accepted for an order. Facts are a set keyed by {@code eventId}: adding one twice adds nothing.
 *
 * @param occurredAt business time, epoch millis
 * @param arrivedAt the record's timestamp, epoch millis
 * @param original the untouched bytes, kept only as long as the record may still become a dead letter (while it is
 *     parked, and for a registration)
 */
public record Fact(
        String eventId,
        long occurredAt,
        Payload payload,
        Position position,
        long arrivedAt,
        byte @Nullable [] original) {

    /** The same fact without its bytes, once it can no longer become a dead letter. */
    public Fact settled() {
        return original == null ? this : new Fact(eventId, occurredAt, payload, position, arrivedAt, null);
    }

    /** Whether this says the same as an event that arrives under its eventId: payload and business time. */
    public boolean saysTheSameAs(Event event) {
        return occurredAt == event.occurredAt() && payload.equals(event.payload());
    }
}
