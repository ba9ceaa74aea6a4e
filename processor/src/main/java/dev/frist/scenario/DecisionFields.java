package dev.frist.scenario;

import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Explanation;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.decision.Owner;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision as fields by their names in the contract, for comparison and for writing. */
final class DecisionFields {

    private DecisionFields() {}

    static Map<String, @Nullable Object> of(Published.Refused letter) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("eventId", letter.eventId());
        fields.put("reason", letter.reason().name());
        return fields;
    }

    static Map<String, @Nullable Object> of(Decision decision) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", decision.type().name());
        fields.put("ground", name(decision.ground()));
        fields.put("returnId", decision.returnId());
        fields.put("decidedAt", Instant.ofEpochMilli(decision.decidedAt()));
        fields.put("amount", decision.amount());
        fields.put("lines", lines(decision.lines()));
        fields.put("review", decision.review().name());
        fields.put("deadline", deadline(decision.deadline()));
        fields.put("invoice", invoice(decision.invoice()));
        fields.put("owner", owner(decision.owner()));
        fields.put("audience", names(decision.audience()));
        fields.put("allowedActions", List.copyOf(decision.allowedActions()));
        fields.put("explanation", explanation(decision.explanation()));
        fields.put("evidence", evidence(decision));
        fields.put("orderId", decision.orderId());
        fields.put("currency", decision.currency());
        fields.put("sequence", (long) decision.sequence());
        fields.put("decisionId", decision.decisionId().toString());
        return fields;
    }

    private static LineValues lines(List<DecisionLine> lines) {
        Map<String, Map<String, @Nullable Object>> byLineId = new LinkedHashMap<>();
        for (DecisionLine line : lines) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("quantity", (long) line.quantity());
            fields.put("amount", line.amount());
            fields.put("ground", name(line.ground()));
            byLineId.merge(line.lineId(), fields, (first, again) -> {
                throw new IllegalStateException("a decision names the line " + line.lineId() + " twice");
            });
        }
        return new LineValues(byLineId);
    }

    private static Map<String, @Nullable Object> deadline(DeadlineBlock deadline) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("anchor", instant(deadline.anchor()));
        fields.put("due", instant(deadline.due()));
        fields.put(
                "extensions",
                deadline.extensions().stream().map(Instant::ofEpochMilli).toList());
        fields.put("policyId", deadline.policyId());
        fields.put(
                "version",
                deadline.version() == null
                        ? null
                        : Long.valueOf(deadline.version().longValue()));
        fields.put("told", instant(deadline.told()));
        return fields;
    }

    private static Map<String, @Nullable Object> invoice(InvoiceBlock invoice) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("captured", invoice.captured());
        fields.put("credited", invoice.credited());
        fields.put("agreed", invoice.agreed());
        fields.put("held", invoice.held());
        fields.put("payable", invoice.payable());
        fields.put("action", invoice.action().name());
        return fields;
    }

    private static Map<String, @Nullable Object> owner(Owner owner) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("merchantId", owner.merchantId());
        fields.put("channel", owner.channel());
        fields.put("contactRoute", owner.contactRoute());
        return fields;
    }

    private static Map<String, @Nullable Object> explanation(Explanation explanation) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", explanation.code());
        fields.put("text", explanation.text());
        fields.put("parameters", new LinkedHashMap<String, @Nullable Object>(explanation.parameters()));
        return fields;
    }

    private static List<Map<String, @Nullable Object>> evidence(Decision decision) {
        return decision.evidence().stream()
                .map(evidence -> {
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put("eventId", evidence.eventId());
                    fields.put("topic", evidence.position().topic());
                    fields.put("partition", (long) evidence.position().partition());
                    fields.put("offset", evidence.position().offset());
                    return fields;
                })
                .toList();
    }

    private static List<String> names(List<? extends Enum<?>> symbols) {
        return symbols.stream().map(Enum::name).toList();
    }

    private static @Nullable String name(@Nullable Enum<?> symbol) {
        return symbol == null ? null : symbol.name();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
