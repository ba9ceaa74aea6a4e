package dev.frist.deadletter;

import dev.frist.domain.fact.Position;
import dev.frist.schema.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that was refused, as it lies in the topic of dead letters.
 *
 * @param refusedAt epoch millis
 * @param reason one of the words of {@link dev.frist.domain.decision.DeadLetterReason}
 * @param eventId null where it could not be read
 * @param origin where the record was read from; null where its headers do not say so
 * @param message what was wrong, in English
 * @param key as it came
 * @param value as it came; null where it was none, or too large to be published again
 * @param omitted how large a value is that was left out, such as {@code 8388609 bytes}; null where none was
 * @param headers all of them
 */
public record RefusedRecord(
        DeadLetterId id,
        long refusedAt,
        String reason,
        @Nullable String eventId,
        @Nullable Position origin,
        String message,
        byte @Nullable [] key,
        byte @Nullable [] value,
        @Nullable String omitted,
        List<Header> headers) {

    /** What the processor adds; all other headers are the sender's. */
    private static final Set<String> ADDED = Set.of(
            DeadLetterHeaders.REASON,
            DeadLetterHeaders.EVENT_ID,
            DeadLetterHeaders.OMITTED,
            DeadLetterHeaders.TOPIC,
            DeadLetterHeaders.PARTITION,
            DeadLetterHeaders.OFFSET,
            DeadLetterHeaders.EXCEPTION,
            DeadLetterHeaders.MESSAGE,
            DeadLetterHeaders.REDRIVEN_FROM);

    /** Reads a record of the topic; null where it is no refused record, such as the note that one was sent again. */
    static @Nullable RefusedRecord of(ConsumerRecord<byte[], byte[]> record) {
        String reason = text(record.headers(), DeadLetterHeaders.REASON);
        if (reason == null) {
            return null;
        }
        String message = text(record.headers(), DeadLetterHeaders.MESSAGE);
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(headers::add);
        return new RefusedRecord(
                new DeadLetterId(record.partition(), record.offset()),
                record.timestamp(),
                reason,
                text(record.headers(), DeadLetterHeaders.EVENT_ID),
                origin(record.headers()),
                message == null ? "" : message,
                record.key(),
                record.value(),
                text(record.headers(), DeadLetterHeaders.OMITTED),
                List.copyOf(headers));
    }

    /** The headers that the record had when it was sent. */
    public List<Header> sendersHeaders() {
        return headers.stream().filter(header -> !ADDED.contains(header.key())).toList();
    }

    /** The key as text; null where there is none. */
    public @Nullable String keyText() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** The same record with a value that was found elsewhere. */
    RefusedRecord withValue(byte @Nullable [] found) {
        return new RefusedRecord(id, refusedAt, reason, eventId, origin, message, key, found, omitted, headers);
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable Position origin(Headers headers) {
        String topic = text(headers, DeadLetterHeaders.TOPIC);
        String partition = text(headers, DeadLetterHeaders.PARTITION);
        String offset = text(headers, DeadLetterHeaders.OFFSET);
        if (topic == null || partition == null || offset == null) {
            return null;
        }
        try {
            return new Position(topic, Integer.parseInt(partition), Long.parseLong(offset));
        } catch (NumberFormatException notWrittenByTheProcessor) {
            return null;
        }
    }
}
