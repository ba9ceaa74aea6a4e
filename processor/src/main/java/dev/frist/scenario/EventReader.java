package dev.frist.scenario;

import dev.frist.domain.fact.Payload;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the events of a file, counting what is counted by position. */
final class EventReader {

    private static final String DEFAULT_ORDER = "O1";

    private final PayloadReader payloads = new PayloadReader();
    private final Problems problems;
    private int events;

    EventReader(Problems problems) {
        this.problems = problems;
    }

    ScenarioEvent read(String what, Node node) {
        events++;
        Fields event = Fields.of(node, "event " + events, problems);
        long at = event.requiredMillis("at");
        long occurredAt = event.millis("occurredAt", at);
        String eventId = event.text("eventId", "e" + events);
        String orderId = event.nullableText("orderId");
        boolean keyed = event.has("key");
        String key = event.nullableText("key");
        String source = event.text("source", "scenario");
        String correlationId = event.nullableText("correlationId");
        String raw = raw(event);

        List<String> named =
                event.others().stream().filter(payloads.names()::contains).toList();
        List<String> unknown = event.others().stream()
                .filter(name -> !payloads.names().contains(name))
                .toList();
        unknown.forEach(name -> event.problemAt(
                name,
                "event " + events + " has no field or payload '" + name + "'; allowed are the fields at, occurredAt,"
                        + " eventId, orderId, key, source, correlationId, raw and one of the payloads "
                        + String.join(", ", payloads.names())));

        Payload payload = null;
        for (String name : named) {
            Fields fields = Fields.of(Objects.requireNonNull(event.node(name)), name, problems);
            String inPayload = fields.nullableText("orderId");
            if (inPayload != null && orderId != null && !inPayload.equals(orderId)) {
                fields.problemAt("orderId", "event " + events + " names the orders " + orderId + " and " + inPayload);
            }
            orderId = inPayload != null ? inPayload : orderId;
            payload = payloads.read(name, fields, occurredAt);
            fields.done();
        }
        requireOne(event, named, raw != null, unknown.isEmpty());
        String order = orderId == null ? DEFAULT_ORDER : orderId;
        return new ScenarioEvent(
                events,
                event.line(),
                at,
                eventId,
                order,
                keyed ? key : order,
                occurredAt,
                source,
                correlationId,
                raw == null ? payload : null,
                raw);
    }

    private void requireOne(Fields event, List<String> named, boolean raw, boolean complete) {
        if (named.size() + (raw ? 1 : 0) > 1) {
            event.problem("event " + events + " carries " + (raw ? "raw, " : "") + String.join(", ", named)
                    + ", but must carry exactly one");
        } else if (named.isEmpty() && !raw && complete) {
            event.problem("event " + events + " carries no payload; allowed is one of "
                    + String.join(", ", payloads.names()) + ", or raw");
        }
    }

    private static @Nullable String raw(Fields event) {
        String text = event.nullableText("raw");
        if (text != null) {
            try {
                Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException notBase64) {
                event.problemAt("raw", "raw is '" + text + "', but must be base64");
            }
        }
        return text;
    }
}
