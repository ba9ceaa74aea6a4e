package dev.frist.cli;

import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Scope;
import dev.frist.domain.policy.WindowPolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy's fields under the names of the schema, in its order, as JSON has them. */
final class PolicyFields {

    private PolicyFields() {}

    static Map<String, @Nullable Object> of(WindowPolicy policy) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("policyId", policy.ref().policyId());
        fields.put("version", policy.ref().version());
        fields.put("scope", scope(policy.scope()));
        fields.put("effectiveFrom", Instant.ofEpochMilli(policy.effectiveFrom()).toString());
        fields.put("handlingWindow", policy.handlingWindow().toString());
        fields.put("anchor", policy.anchor().name());
        fields.put("evidenceWindow", policy.evidenceWindow().toString());
        fields.put("returnWindow", policy.returnWindow().toString());
        fields.put("minimumNotice", policy.minimumNotice().toString());
        fields.put(
                "reminders", policy.reminders().stream().map(Object::toString).toList());
        fields.put("grace", policy.grace().toString());
        fields.put("calendar", calendar(policy.calendar()));
        fields.put("amountTolerance", policy.amountTolerance());
        fields.put("maxReturnFee", policy.maxReturnFee());
        fields.put("uncontestedRefusal", policy.uncontestedRefusal().name());
        fields.put("requireNoticeReceipt", policy.requireNoticeReceipt());
        fields.put("openCases", policy.openCases().name());
        fields.put("author", policy.author());
        fields.put("approvedBy", policy.approvedBy());
        fields.put("reason", policy.reason());
        return fields;
    }

    private static Map<String, @Nullable Object> scope(Scope scope) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("market", scope.market());
        fields.put("merchantId", scope.merchantId());
        fields.put("channel", scope.channel());
        fields.put("kind", scope.kind() == null ? null : scope.kind().name());
        return fields;
    }

    private static Map<String, @Nullable Object> calendar(CalendarRule calendar) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("zone", calendar.zone().getId());
        fields.put("holidays", calendar.holidays());
        fields.put("dayCount", calendar.dayCount().name());
        fields.put("roll", calendar.roll().name());
        fields.put("cutoff", calendar.cutoff().name());
        return fields;
    }
}
