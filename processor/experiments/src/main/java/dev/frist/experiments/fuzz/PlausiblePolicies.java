package dev.frist.experiments.fuzz;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** Versions of policies, of which the first is accepted. */
final class PlausiblePolicies {

    private final Random random;

    PlausiblePolicies(Random random) {
        this.random = random;
    }

    /** Holds for everything from that instant on. */
    WindowPolicy basic(long effectiveFrom) {
        return policy(new PolicyRef("basic", 1), new Scope(null, null, null, null), effectiveFrom, "P21D");
    }

    /** Any later version, which may be accepted or not. */
    WindowPolicy any(long now) {
        PolicyRef ref = new PolicyRef(random.nextBoolean() ? "basic" : "other", 1 + random.nextInt(1_000));
        String merchant = random.nextBoolean() ? "M" + random.nextInt(3) : null;
        return policy(
                ref,
                new Scope(random.nextBoolean() ? "SE" : null, merchant, null, null),
                now + 2 * 86_400_000L,
                "P" + (1 + random.nextInt(40)) + "D");
    }

    private WindowPolicy policy(PolicyRef ref, Scope scope, long effectiveFrom, String window) {
        return new WindowPolicy(
                ref,
                scope,
                effectiveFrom,
                Window.parse(window),
                random.nextBoolean() ? Anchor.REGISTERED : Anchor.SHIPPED,
                Window.parse("P14D"),
                Window.parse("P30D"),
                Window.parse("P3D"),
                List.of(Window.parse("P7D"), Window.parse("P1D")),
                Window.parse("PT1H"),
                new CalendarRule(
                        ZoneId.of("Europe/Stockholm"),
                        "SE",
                        DayCount.CALENDAR,
                        random.nextBoolean() ? Roll.NONE : Roll.NEXT_BANKING_DAY,
                        random.nextBoolean() ? Cutoff.SAME_TIME : Cutoff.END_OF_DAY),
                100,
                9_900,
                random.nextBoolean() ? UncontestedRefusal.ESCALATES : UncontestedRefusal.STANDS,
                false,
                random.nextBoolean() ? OpenCases.NEW_CASES_ONLY : OpenCases.EXTEND_OPEN_CASES,
                "ops",
                "lead",
                "tuning");
    }
}
