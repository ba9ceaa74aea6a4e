package dev.frist.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * A decoded record of one of the three event topics, as it arrived and before anything was checked.
 *
 * @param key the record's key
 * @param eventId idempotency key
 * @param occurredAt business time, epoch millis
 * @param position where the record lies
 * @param arrivedAt the record's timestamp, epoch millis
 * @param original the untouched bytes of the value, for a dead letter
 */
public record Event(
        @Nullable String key,
        String eventId,
        String orderId,
        long occurredAt,
        Payload payload,
        Position position,
        long arrivedAt,
        byte[] original) {}
