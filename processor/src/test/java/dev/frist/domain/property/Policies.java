package dev.frist.domain.property;

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
import dev.frist.scenario.WrittenPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Makes policies: one for the market, and sometimes a later version of it, one for a kind of return, or none. */
final class Policies {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Randomness random;
    private final boolean patient;

    /**
     * @param patient whether every window is long enough for all that a history holds to arrive before a deadline
     */
    Policies(Randomness random, boolean patient) {
        this.random = random;
        this.patient = patient;
    }

    List<WrittenPolicy> around(long start) {
        List<WrittenPolicy> policies = new ArrayList<>();
        if (random.chance(3)) {
            return policies;
        }
        Scope market = new Scope("SE", null, null, null);
        WindowPolicy first = policy(new PolicyRef("se-default", 1), market, start - 400 * DAY);
        boolean knownLate = !patient && random.chance(5);
        policies.add(new WrittenPolicy(first, knownLate ? start + 9 * DAY : start - 430 * DAY));
        if (random.chance(15)) {
            Scope kind = new Scope("SE", null, null, random.oneOf(ReturnKind.FAULTY, ReturnKind.WITHDRAWAL));
            policies.add(
                    new WrittenPolicy(policy(new PolicyRef("se-kind", 1), kind, start - 300 * DAY), start - 330 * DAY));
        }
        if (!patient && random.chance(30)) {
            long effectiveFrom = start + random.between(1, 30) * DAY;
            policies.add(new WrittenPolicy(
                    policy(new PolicyRef("se-default", 2), market, effectiveFrom),
                    effectiveFrom - random.between(2, 20) * DAY));
        }
        return policies;
    }

    private WindowPolicy policy(PolicyRef ref, Scope scope, long effectiveFrom) {
        return new WindowPolicy(
                ref,
                scope,
                effectiveFrom,
                patient ? window("P7D", "P14D", "P21D") : window("P2D", "P7D", "P14D", "P21D", "PT36H"),
                random.chance(25) ? Anchor.SHIPPED : Anchor.REGISTERED,
                patient ? window("P7D", "P14D") : window("P3D", "P7D", "P14D"),
                patient ? window("P14D", "P30D") : window("P5D", "P14D", "P30D"),
                window("P0D", "P1D", "P3D", "P7D"),
                random.oneOf(
                        List.<Window>of(),
                        List.of(Window.parse("P1D")),
                        List.of(Window.parse("P7D"), Window.parse("P1D")),
                        List.of(Window.parse("PT12H"))),
                window("PT0S", "PT10M", "PT2H"),
                calendar(),
                random.oneOf(0L, 100L, 5000L),
                random.oneOf(0L, 4900L, 9900L),
                random.chance(40) ? UncontestedRefusal.STANDS : UncontestedRefusal.ESCALATES,
                random.chance(12),
                random.chance(50) ? OpenCases.EXTEND_OPEN_CASES : OpenCases.NEW_CASES_ONLY,
                "ops",
                "lead",
                "tried out");
    }

    private CalendarRule calendar() {
        return random.chance(60)
                ? new CalendarRule(STOCKHOLM, "SE", DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME)
                : new CalendarRule(
                        STOCKHOLM,
                        "SE",
                        random.oneOf(DayCount.CALENDAR, DayCount.BANKING),
                        random.oneOf(Roll.NONE, Roll.NEXT_BANKING_DAY),
                        random.oneOf(Cutoff.SAME_TIME, Cutoff.END_OF_DAY));
    }

    private Window window(String... choices) {
        return Window.parse(random.oneOf(choices));
    }
}
