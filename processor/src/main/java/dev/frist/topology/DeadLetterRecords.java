package dev.frist.topology;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Position;
import dev.frist.policy.RejectedPolicy;
import dev.frist.schema.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Refused records as they go out: bytes and headers as they came, and what was wrong in headers beside them. */
final class DeadLetterRecords {

    private static final String WITHOUT_EXCEPTION = DeadLetterReason.class.getName();

    private final int largest;

    /** Records of at most that many bytes. */
    DeadLetterRecords(int largest) {
        this.largest = largest;
    }

    /** A record that could not be made an event. */
    Record<byte[], byte[]> failed(
            DeadLetterReason reason,
            @Nullable String eventId,
            Record<byte[], byte[]> record,
            Position position,
            Throwable failure,
            long now) {
        Headers headers = describe(
                copy(record.headers()),
                reason,
                position,
                failure.getClass().getName(),
                String.valueOf(failure.getMessage()));
        return fitting(record.key(), record.value(), withEventId(headers, eventId), now);
    }

    /** A record that the domain refuses as it comes. */
    Record<byte[], byte[]> refused(DeadLetter refused, Record<byte[], byte[]> record, long now) {
        Headers headers = describe(
                copy(record.headers()), refused.reason(), refused.position(), WITHOUT_EXCEPTION, refused.detail());
        return fitting(record.key(), refused.original(), withEventId(headers, refused.eventId()), now);
    }

    /** A record that the domain refuses after it was kept for a while; its key was its orderId. */
    Record<byte[], byte[]> refusedLater(DeadLetter refused, String orderId, long now) {
        Headers headers = describe(
                new RecordHeaders(), refused.reason(), refused.position(), WITHOUT_EXCEPTION, refused.detail());
        return fitting(bytes(orderId), refused.original(), withEventId(headers, refused.eventId()), now);
    }

    /** A policy that changed nothing; what names it is its key. */
    Record<byte[], byte[]> rejected(RejectedPolicy rejected, long now) {
        String exception = rejected.exception() == null ? WITHOUT_EXCEPTION : rejected.exception();
        Headers headers =
                describe(new RecordHeaders(), rejected.reason(), rejected.position(), exception, rejected.detail());
        return fitting(bytes(rejected.key()), rejected.value(), withEventId(headers, rejected.key()), now);
    }

    private Record<byte[], byte[]> fitting(byte @Nullable [] key, byte @Nullable [] value, Headers headers, long now) {
        int size = length(key) + length(value);
        for (Header header : headers) {
            size += bytes(header.key()).length + length(header.value());
        }
        if (size > largest) {
            headers.add(DeadLetterHeaders.OMITTED, bytes(length(value) + " bytes"));
            return new Record<>(key, null, Math.max(0, now), headers);
        }
        return new Record<>(key, value, Math.max(0, now), headers);
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static Headers copy(Headers headers) {
        return new RecordHeaders(headers);
    }

    private static Headers withEventId(Headers headers, @Nullable String eventId) {
        return eventId == null ? headers : set(headers, DeadLetterHeaders.EVENT_ID, eventId);
    }

    private static Headers describe(
            Headers headers, DeadLetterReason reason, Position position, String exception, String message) {
        set(headers, DeadLetterHeaders.REASON, reason.name());
        set(headers, DeadLetterHeaders.TOPIC, position.topic());
        set(headers, DeadLetterHeaders.PARTITION, Integer.toString(position.partition()));
        set(headers, DeadLetterHeaders.OFFSET, Long.toString(position.offset()));
        set(headers, DeadLetterHeaders.EXCEPTION, exception);
        return set(headers, DeadLetterHeaders.MESSAGE, message);
    }

    /** A record that was a dead letter before has these headers from then. */
    private static Headers set(Headers headers, String name, String value) {
        return headers.remove(name).add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
