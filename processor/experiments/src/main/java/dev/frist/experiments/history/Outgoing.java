package dev.frist.experiments.history;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be sent.
 *
 * @param at when, epoch millis
 * @param topic without its prefix
 * @param timestamp of the record; null for the time at which it is sent
 */
public record Outgoing(
        long at,
        String topic,
        byte @Nullable [] key,
        Content content,
        @Nullable Long timestamp,
        Route route) {

    static Outgoing of(long at, String topic, String key, Content content, Route route) {
        return new Outgoing(at, topic, key.getBytes(StandardCharsets.UTF_8), content, null, route);
    }

    /** The same once more. */
    Outgoing again(long when, Route by) {
        return new Outgoing(when, topic, key, content, timestamp, by);
    }

    Outgoing dated(long when) {
        return new Outgoing(at, topic, key, content, when, route);
    }
}
