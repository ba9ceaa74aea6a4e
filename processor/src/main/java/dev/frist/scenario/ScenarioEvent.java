package dev.frist.scenario;

import dev.frist.domain.fact.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A record that arrives in a scenario.
 *
 * @param index its position in the file, counted from 1
 * @param line the line of the file it begins on; 0 where it was not read from one
 * @param at when it arrives, epoch millis
 * @param occurredAt business time, epoch millis
 * @param key the record's key
 * @param payload what it says; null for a record that cannot be decoded
 * @param raw the bytes of a record that cannot be decoded, in base64; null for any other
 */
public record ScenarioEvent(
        int index,
        int line,
        long at,
        String eventId,
        String orderId,
        @Nullable String key,
        long occurredAt,
        String source,
        @Nullable String correlationId,
        @Nullable Payload payload,
        @Nullable String raw) {

    /** Stands for the noticeId of the return's RETURN_OPENED until the run has published it. */
    public static final String OPENING_NOTICE = "RETURN_OPENED of the return";

    /** The topic that the record arrives in; one that cannot be decoded arrives among the orders. */
    public InputTopic topic() {
        return payload == null ? InputTopic.ORDERS : InputTopic.of(payload);
    }
}
