package dev.frist.scenario;

import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.DayCount;
import dev.frist.domain.policy.OpenCases;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Scope;
import dev.frist.domain.policy.UncontestedRefusal;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.Node.Scalar;
import dev.frist.scenario.Node.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads the policies of a file, each of which starts from the default one and changes what it names. */
final class PolicyReader {

    /** {@code se-default@1}, the policy that a scenario has unless it says otherwise. */
    static final WindowPolicy DEFAULT = new WindowPolicy(
            new PolicyRef("se-default", 1),
            new Scope("SE", null, null, null),
            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
            Window.parse("P21D"),
            Anchor.REGISTERED,
            Window.parse("P14D"),
            Window.parse("P30D"),
            Window.parse("P7D"),
            List.of(Window.parse("P7D"), Window.parse("P1D")),
            Window.parse("PT10M"),
            new CalendarRule(ZoneId.of("Europe/Stockholm"), "SE", DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME),
            100,
            9900,
            UncontestedRefusal.ESCALATES,
            false,
            OpenCases.NEW_CASES_ONLY,
            "ops",
            null,
            "initial");

    private static final long WRITTEN_AHEAD = Duration.ofDays(30).toMillis();

    private final Problems problems;
    private int unnamed;

    PolicyReader(Problems problems) {
        this.problems = problems;
    }

    List<WrittenPolicy> read(Node node) {
        if (node instanceof Scalar scalar && scalar.text().equals("default")) {
            return List.of(written(DEFAULT));
        }
        if (!(node instanceof Sequence sequence)) {
            problems.add(
                    node.line(), "policies is " + node.describe() + ", but must be 'default' or a list of policies");
            return List.of();
        }
        List<WrittenPolicy> policies = new ArrayList<>();
        for (Node item : sequence.items()) {
            policies.add(policy(item));
        }
        return policies;
    }

    static WrittenPolicy written(WindowPolicy policy) {
        return new WrittenPolicy(policy, policy.effectiveFrom() - WRITTEN_AHEAD);
    }

    private WrittenPolicy policy(Node node) {
        Fields fields = Fields.of(node, "a policy", problems);
        Values values = fields.values();
        PolicyRef ref = ref(fields);
        long effectiveFrom = fields.millis("effectiveFrom", DEFAULT.effectiveFrom());
        List<Window> reminders = fields.list("reminders", values::window);
        WindowPolicy policy = new WindowPolicy(
                ref,
                fields.has("scope") ? scope(fields.block("scope")) : DEFAULT.scope(),
                effectiveFrom,
                fields.optional("handlingWindow", values::window, DEFAULT.handlingWindow()),
                fields.symbol("anchor", Anchor.class, DEFAULT.anchor()),
                fields.optional("evidenceWindow", values::window, DEFAULT.evidenceWindow()),
                fields.optional("returnWindow", values::window, DEFAULT.returnWindow()),
                fields.optional("minimumNotice", values::window, DEFAULT.minimumNotice()),
                reminders == null ? DEFAULT.reminders() : List.copyOf(reminders),
                fields.optional("grace", values::window, DEFAULT.grace()),
                calendar(fields.block("calendar")),
                fields.optional("amountTolerance", values::number, DEFAULT.amountTolerance()),
                fields.optional("maxReturnFee", values::number, DEFAULT.maxReturnFee()),
                fields.symbol("uncontestedRefusal", UncontestedRefusal.class, DEFAULT.uncontestedRefusal()),
                fields.optional("requireNoticeReceipt", values::flag, DEFAULT.requireNoticeReceipt()),
                fields.symbol("openCases", OpenCases.class, DEFAULT.openCases()),
                fields.text("author", DEFAULT.author()),
                fields.has("approvedBy") ? fields.nullableText("approvedBy") : DEFAULT.approvedBy(),
                fields.text("reason", DEFAULT.reason()));
        long writtenAt = fields.millis("writtenAt", effectiveFrom - WRITTEN_AHEAD);
        fields.done();
        return new WrittenPolicy(policy, writtenAt);
    }

    private PolicyRef ref(Fields fields) {
        boolean hasId = fields.has("policyId");
        boolean hasVersion = fields.has("version");
        if (!hasId && !hasVersion) {
            unnamed++;
            return new PolicyRef(DEFAULT.ref().policyId(), unnamed);
        }
        return new PolicyRef(
                fields.text("policyId", DEFAULT.ref().policyId()),
                fields.optional(
                        "version", fields.values()::smallNumber, DEFAULT.ref().version()));
    }

    private static Scope scope(Fields fields) {
        Scope scope = new Scope(
                fields.nullableText("market"),
                fields.nullableText("merchantId"),
                fields.nullableText("channel"),
                fields.nullable("kind", (name, node) -> fields.values().symbol(name, node, ReturnKind.class)));
        fields.done();
        return scope;
    }

    private static CalendarRule calendar(Fields fields) {
        CalendarRule fallback = DEFAULT.calendar();
        CalendarRule calendar = new CalendarRule(
                fields.optional("zone", fields.values()::zone, fallback.zone()),
                fields.text("holidays", fallback.holidays()),
                fields.symbol("dayCount", DayCount.class, fallback.dayCount()),
                fields.symbol("roll", Roll.class, fallback.roll()),
                fields.symbol("cutoff", Cutoff.class, fallback.cutoff()));
        fields.done();
        return calendar;
    }
}
