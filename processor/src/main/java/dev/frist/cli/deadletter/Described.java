package dev.frist.cli.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frist.deadletter.EventText;
import dev.frist.deadletter.RefusedRecord;
import dev.frist.domain.fact.Position;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, decoded as far as possible.
 *
 * @param isRedriven whether it was sent again
 */
record Described(RefusedRecord refused, EventText.Reading reading, boolean isRedriven) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Described of(RefusedRecord refused, EventText text, boolean isRedriven) {
        return new Described(refused, text.read(refused), isRedriven);
    }

    /** The value as JSON; null where it can't be read. */
    @Nullable
    JsonNode event() {
        return reading.event();
    }

    /** The system that the envelope names as its source; null where it can't be read. */
    @Nullable
    String source() {
        return reading.source();
    }

    /** Where the record came from, such as {@code returns-3@1042}. */
    String origin() {
        Position origin = refused.origin();
        return origin == null ? "-" : origin.topic() + "-" + origin.partition() + "@" + origin.offset();
    }

    /** All that is known of it, without its bytes. */
    ObjectNode summary() {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", refused.id().toString());
        json.put("refusedAt", SelectionOptions.time(refused.refusedAt()));
        json.put("reason", refused.reason());
        json.put("message", refused.message());
        json.put("eventId", refused.eventId());
        Position origin = refused.origin();
        json.put("topic", origin == null ? null : origin.topic());
        json.put("partition", origin == null ? null : (Integer) origin.partition());
        json.put("offset", origin == null ? null : (Long) origin.offset());
        json.put("source", source());
        json.put("redriven", isRedriven);
        return json;
    }

    /** All of it. */
    ObjectNode whole() {
        ObjectNode json = summary();
        json.put("key", refused.keyText());
        ArrayNode headers = json.putArray("headers");
        for (Header header : refused.headers()) {
            headers.addObject()
                    .put("name", header.key())
                    .put("value", header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
        }
        json.put("omitted", refused.omitted());
        json.put("value", refused.value());
        json.put("schemaId", reading.schemaId());
        json.put("schema", reading.schema());
        json.put("problem", reading.problem());
        json.set("event", event());
        return json;
    }
}
