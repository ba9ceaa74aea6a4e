package dev.frist.experiments.history;

import dev.frist.contract.PolicyWriter;
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
import dev.frist.schema.Contracts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies whose windows are seconds, and attempts at policies that must be rejected. */
final class ShortWindows {

    private static final String BASE = "base";
    private static final CalendarRule CALENDAR = new CalendarRule(
            ZoneId.of("Europe/Stockholm"), Buyer.MARKET, DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME);
    private static final Scope MARKET = new Scope(Buyer.MARKET, null, null, null);
    private static final Scope APP = new Scope(null, null, Buyer.APP, null);

    private final Form form;
    private final long start;
    private final long effective;

    ShortWindows(Form form, long start) {
        this.form = form;
        this.start = start;
        this.effective = start - 3_600_000;
    }

    /** The handling window of a buyer's first return under the first versions, millis. */
    long handling(Buyer buyer) {
        return form.unit() * units(buyer);
    }

    private static int units(Buyer buyer) {
        if (buyer.needsReceipt()) {
            return 14;
        }
        if (buyer.channel().name().equals(Buyer.APP)) {
            return 10;
        }
        if (buyer.channel().name().equals(Buyer.MARKETPLACE)) {
            return 12;
        }
        return buyer.kind() == ReturnKind.FAULTY ? 18 : 15;
    }

    long grace() {
        return form.unit();
    }

    /** What is in force from the beginning; the narrowest first, as each would take the place of broader ones. */
    List<Outgoing> first() {
        return List.of(
                write(start, policy("told", 1, new Scope(null, Buyer.TOLD_MERCHANT, null, null), 14)),
                write(start, policy("app", 1, APP, 10)),
                write(start, policy("stands", 1, new Scope(null, null, Buyer.MARKETPLACE, null), 12)),
                write(start, policy("faulty", 1, new Scope(null, null, null, ReturnKind.FAULTY), 18)),
                write(start, policy(BASE, 1, MARKET, 15)));
    }

    /** What comes while traffic flows: a shortening, a lengthening of open cases, a market's first, and wrong ones. */
    List<Outgoing> later() {
        long shorter = start + form.traffic() * 4 / 10;
        long longer = start + form.traffic() * 6 / 10;
        long middle = start + form.traffic() / 2;
        return List.of(
                write(shorter - 5 * form.unit(), policy(BASE, 2, MARKET, 11, shorter, "lead")),
                write(longer - 5 * form.unit(), policy(BASE, 3, MARKET, 17, longer, "lead")),
                write(middle, policy("late", 1, new Scope(Buyer.LATE_MARKET, null, null, null), 9)),
                // Too early, without consent, rewritten, under a wrong key, unreadable, and a tombstone.
                write(middle, policy(BASE, 4, MARKET, 16, start, "lead")),
                write(middle, policy("app", 2, APP, 5, middle + 60_000, null)),
                write(middle, policy(BASE, 1, MARKET, 3)),
                keyed(
                        middle,
                        "wrong@1",
                        Content.of(Contracts.WINDOW_POLICIES, PolicyWriter.write(policy("right", 1, APP, 10)))),
                keyed(middle, "garbage@1", Content.raw("not Avro".getBytes(StandardCharsets.UTF_8))),
                keyed(middle, BASE + "@1", Content.raw(null)));
    }

    private static Outgoing write(long at, WindowPolicy policy) {
        return keyed(at, policy.ref().toString(), Content.of(Contracts.WINDOW_POLICIES, PolicyWriter.write(policy)));
    }

    private static Outgoing keyed(long at, String key, Content content) {
        return Outgoing.of(at, Contracts.WINDOW_POLICIES, key, content, Route.PLAIN);
    }

    private WindowPolicy policy(String id, int version, Scope scope, int handling) {
        return policy(id, version, scope, handling, effective, "lead");
    }

    private WindowPolicy policy(
            String id, int version, Scope scope, int handling, long effectiveFrom, @Nullable String approvedBy) {
        return new WindowPolicy(
                new PolicyRef(id, version),
                scope,
                effectiveFrom,
                units(handling),
                Buyer.APP.equals(scope.channel()) ? Anchor.SHIPPED : Anchor.REGISTERED,
                units(8),
                Window.parse("PT60S"),
                units(3),
                List.of(units(6), units(2)),
                units(1),
                CALENDAR,
                100,
                4_900,
                Buyer.MARKETPLACE.equals(scope.channel()) ? UncontestedRefusal.STANDS : UncontestedRefusal.ESCALATES,
                Buyer.TOLD_MERCHANT.equals(scope.merchantId()),
                version == 3 ? OpenCases.EXTEND_OPEN_CASES : OpenCases.NEW_CASES_ONLY,
                "ops",
                approvedBy,
                "chaos");
    }

    private Window units(int count) {
        return new Window.Exact(Duration.ofMillis(form.unit() * count));
    }
}
