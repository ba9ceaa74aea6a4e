package dev.frist.topology;

import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
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

/** Two pairs of shoes at 500 kronor each, of which one may be sent back within three weeks. */
final class Samples {

    private Samples() {}

    static OrderPlaced order() {
        return new OrderPlaced(
                "M1",
                new Channel("DIRECT", "merchant"),
                "SE",
                "SEK",
                "C1",
                List.of(new OrderLine("L1", "shoe", LineType.PHYSICAL, 2, 100_000, 2500)));
    }

    static ReturnRegistered registered(int units) {
        return new ReturnRegistered(
                "R1", ReturnKind.WITHDRAWAL, Party.CONSUMER, List.of(new LineQuantity("L1", units)));
    }

    static CreditNoteIssued credited(int units) {
        return new CreditNoteIssued(
                "K" + units,
                null,
                null,
                "SEK",
                List.of(new CreditLine("L1", units, 50_000L * units)),
                0,
                50_000L * units,
                CorrectionReason.RETURN);
    }

    static WindowPolicy policy(int version, String handlingWindow, long effectiveFrom) {
        return new WindowPolicy(
                new PolicyRef("se-default", version),
                new Scope("SE", null, null, null),
                effectiveFrom,
                Window.parse(handlingWindow),
                Anchor.REGISTERED,
                Window.parse("P14D"),
                Window.parse("P30D"),
                Window.parse("PT0S"),
                List.of(),
                Window.parse("PT10M"),
                new CalendarRule(ZoneId.of("Europe/Stockholm"), "SE", DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME),
                100,
                9_900,
                UncontestedRefusal.ESCALATES,
                false,
                OpenCases.NEW_CASES_ONLY,
                "ops",
                null,
                "initial");
    }
}
