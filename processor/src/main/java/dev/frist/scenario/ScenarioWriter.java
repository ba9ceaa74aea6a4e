package dev.frist.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Scope;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.Expectation.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scenario as a file that {@link ScenarioReader} reads back to the same scenario, and that looks as if somebody
 * had written it: how a counterexample, or a case from production, becomes a test.
 */
public final class ScenarioWriter {

    private static final ObjectMapper RECORDS = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final Set<String> INSTANTS = Set.of("deliveredAt", "until");
    private static final ZoneId ZONE = PolicyReader.DEFAULT.calendar().zone();

    private final StringBuilder out = new StringBuilder();

    private ScenarioWriter() {}

    /**
     * The file's text.
     *
     * @param comment lines that explain where the scenario comes from; may be empty
     */
    public static String write(Scenario scenario, List<String> comment) {
        ScenarioWriter writer = new ScenarioWriter();
        comment.forEach(line -> writer.out.append("# ").append(line).append('\n'));
        writer.scenario(scenario);
        return writer.out.toString();
    }

    /** What a run published as an expectation of every topic, with the fields that carry the verdict. */
    public static Expectation expecting(Published published) {
        Set<String> fields = Set.of(
                "type",
                "ground",
                "returnId",
                "orderId",
                "decidedAt",
                "amount",
                "lines",
                "review",
                "deadline",
                "invoice",
                "eventId",
                "reason");
        Map<PublishedTopic, List<Entry>> topics = new LinkedHashMap<>();
        for (PublishedTopic topic : PublishedTopic.values()) {
            List<Entry> entries = new ArrayList<>();
            for (Map<String, @Nullable Object> came : published.on(topic)) {
                Map<String, @Nullable Object> telling = new LinkedHashMap<>(came);
                telling.keySet().retainAll(fields);
                entries.add(new Entry(0, telling));
            }
            topics.put(topic, entries);
        }
        return new Expectation(topics);
    }

    private void scenario(Scenario scenario) {
        out.append("name: ").append(flow(scenario.name())).append('\n');
        policies(scenario.policies());
        Outage outage = scenario.outage();
        if (outage != null) {
            out.append("outage: ")
                    .append(flow(ordered("from", instant(outage.from()), "to", instant(outage.to()))))
                    .append('\n');
        }
        out.append(scenario.events().isEmpty() ? "events: []\n" : "events:\n");
        for (int i = 0; i < scenario.events().size(); i++) {
            event(scenario.events().get(i), "e" + (i + 1));
        }
        out.append("until: ").append(flow(instant(scenario.until()))).append('\n');
        expectation(scenario.expected());
    }

    private void policies(List<WrittenPolicy> policies) {
        if (policies.equals(List.of(PolicyReader.written(PolicyReader.DEFAULT)))) {
            out.append("policies: default\n");
            return;
        }
        out.append(policies.isEmpty() ? "policies: []\n" : "policies:\n");
        policies.forEach(policy -> out.append("  - ")
                .append(flow(policy(policy.policy(), policy.writtenAt())))
                .append('\n'));
    }

    private static Map<String, @Nullable Object> policy(WindowPolicy policy, long writtenAt) {
        CalendarRule calendar = policy.calendar();
        Map<String, @Nullable Object> fields = ordered(
                "policyId", policy.ref().policyId(),
                "version", (long) policy.ref().version(),
                "scope", scope(policy.scope()),
                "effectiveFrom", instant(policy.effectiveFrom()),
                "writtenAt", instant(writtenAt),
                "handlingWindow", policy.handlingWindow().toString(),
                "anchor", policy.anchor().name(),
                "evidenceWindow", policy.evidenceWindow().toString(),
                "returnWindow", policy.returnWindow().toString(),
                "minimumNotice", policy.minimumNotice().toString(),
                "reminders", policy.reminders().stream().map(Object::toString).toList(),
                "grace", policy.grace().toString());
        fields.putAll(ordered(
                "calendar",
                        ordered(
                                "zone", calendar.zone().getId(),
                                "holidays", calendar.holidays(),
                                "dayCount", calendar.dayCount().name(),
                                "roll", calendar.roll().name(),
                                "cutoff", calendar.cutoff().name()),
                "amountTolerance", policy.amountTolerance(),
                "maxReturnFee", policy.maxReturnFee(),
                "uncontestedRefusal", policy.uncontestedRefusal().name(),
                "requireNoticeReceipt", policy.requireNoticeReceipt(),
                "openCases", policy.openCases().name(),
                "author", policy.author(),
                "approvedBy", policy.approvedBy(),
                "reason", policy.reason()));
        return fields;
    }

    private static Map<String, @Nullable Object> scope(Scope scope) {
        return withoutNulls(ordered(
                "market", scope.market(),
                "merchantId", scope.merchantId(),
                "channel", scope.channel(),
                "kind", scope.kind() == null ? null : scope.kind().name()));
    }

    private void event(ScenarioEvent event, String defaultId) {
        out.append("  - at: ").append(flow(instant(event.at()))).append('\n');
        if (event.occurredAt() != event.at()) {
            field("occurredAt", instant(event.occurredAt()));
        }
        if (!event.eventId().equals(defaultId)) {
            field("eventId", event.eventId());
        }
        if (!event.orderId().equals("O1")) {
            field("orderId", event.orderId());
        }
        if (!event.orderId().equals(event.key())) {
            field("key", event.key());
        }
        Payload payload = event.payload();
        if (payload == null) {
            field("raw", event.raw());
        } else {
            field(payload.getClass().getSimpleName(), payload(payload));
        }
    }

    private void field(String name, @Nullable Object value) {
        out.append("    ").append(name).append(": ").append(flow(value)).append('\n');
    }

    /** The components of a payload have the names that the contract gives its fields. */
    private static Map<String, @Nullable Object> payload(Payload payload) {
        Map<String, @Nullable Object> fields = RECORDS.convertValue(payload, FIELDS);
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            if (INSTANTS.contains(field.getKey()) && field.getValue() instanceof Number millis) {
                field.setValue(instant(millis.longValue()));
            } else if (field.getKey().equals("lines") && field.getValue() instanceof List<?> lines) {
                field.setValue(lines(lines));
            }
        }
        fields.remove("noticeId", ScenarioEvent.OPENING_NOTICE);
        return withoutNulls(fields);
    }

    /** Lines by lineId, unless one comes twice. */
    private static Object lines(List<?> lines) {
        Map<String, @Nullable Object> byLineId = new LinkedHashMap<>();
        for (Object line : lines) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            ((Map<?, ?>) line).forEach((name, value) -> fields.put((String) name, value));
            String lineId = String.valueOf(fields.remove("lineId"));
            boolean onlyQuantity = fields.keySet().equals(Set.of("quantity"));
            byLineId.put(lineId, onlyQuantity ? fields.get("quantity") : fields);
        }
        return byLineId.size() == lines.size() ? byLineId : lines;
    }

    private void expectation(Expectation expected) {
        out.append(expected.topics().isEmpty() ? "expect: {}\n" : "expect:\n");
        expected.topics().forEach((topic, entries) -> {
            out.append("  ").append(topic.fieldName()).append(entries.isEmpty() ? ": []\n" : ":\n");
            entries.forEach(
                    entry -> out.append("    - ").append(flow(entry.fields())).append('\n'));
        });
    }

    private static String flow(@Nullable Object value) {
        return FlowYaml.of(value, ZONE);
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static Map<String, @Nullable Object> ordered(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    private static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> fields) {
        fields.values().removeAll(Collections.singleton(null));
        return fields;
    }
}
