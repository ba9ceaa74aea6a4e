package dev.frist.demo;

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
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two versions of the demo's policy: a window of seconds, and the one that shortens it. */
final class DemoPolicies {

    /** Minor units that a merchant may keep of a withdrawal. */
    static final long MAX_RETURN_FEE = 9_900;

    private static final String POLICY = "demo";
    private static final long TOLERANCE = 100;

    private final DemoPlan plan;

    DemoPolicies(DemoPlan plan) {
        this.plan = plan;
    }

    /**
     * The version that the demo starts with.
     *
     * @param effectiveFrom epoch millis
     */
    WindowPolicy first(long effectiveFrom) {
        return version(1, effectiveFrom, plan.handlingWindow(), null, "the demo begins");
    }

    /**
     * The version that shortens the window. It weakens the first, so somebody else must have approved it.
     *
     * @param effectiveFrom epoch millis
     */
    WindowPolicy shortened(long effectiveFrom) {
        return version(2, effectiveFrom, plan.shortenedWindow(), "night-shift-lead", "returns shall be handled faster");
    }

    private WindowPolicy version(
            int version, long effectiveFrom, long handlingWindow, @Nullable String approvedBy, String reason) {
        return new WindowPolicy(
                new PolicyRef(POLICY, version),
                new Scope(OrderScript.MARKET, null, null, null),
                effectiveFrom,
                millis(handlingWindow),
                Anchor.REGISTERED,
                millis(handlingWindow),
                Window.parse("P30D"),
                millis(plan.minimumNotice()),
                List.of(millis(plan.reminder())),
                millis(plan.grace()),
                new CalendarRule(
                        ZoneId.of("Europe/Stockholm"),
                        OrderScript.MARKET,
                        DayCount.CALENDAR,
                        Roll.NONE,
                        Cutoff.SAME_TIME),
                TOLERANCE,
                MAX_RETURN_FEE,
                UncontestedRefusal.ESCALATES,
                false,
                OpenCases.NEW_CASES_ONLY,
                "sre-on-call",
                approvedBy,
                reason);
    }

    private static Window millis(long length) {
        return new Window.Exact(Duration.ofMillis(length));
    }
}
