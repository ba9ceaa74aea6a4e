package dev.frist.experiments.record;

import dev.frist.domain.fact.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lay in its topic.
 *
 * @param timestamp the record's timestamp, epoch millis
 * @param headers in their order
 */
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    /** A header as it was written. */
    public record Header(String name, byte @Nullable [] value) {}

    /** Where the record lay. */
    public Position position() {
        return new Position(topic, partition, offset);
    }

    /** The key as text; null where the record had none. */
    public @Nullable String keyText() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** The last header of a name, as text; null where there is none. */
    public @Nullable String header(String name) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            byte[] found = headers.get(i).value();
            if (headers.get(i).name().equals(name)) {
                return found == null ? null : new String(found, StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /** The headers as Kafka's clients have them. */
    public Headers kafkaHeaders() {
        RecordHeaders all = new RecordHeaders();
        headers.forEach(header -> all.add(header.name(), header.value()));
        return all;
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
