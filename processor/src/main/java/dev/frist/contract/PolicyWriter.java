package dev.frist.contract;

import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.DayCount;
import dev.frist.domain.policy.OpenCases;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Scope;
import dev.frist.domain.policy.UncontestedRefusal;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.schema.PolicyCalendar;
import dev.frist.schema.PolicyScope;
import java.time.Instant;

/** Writes policies as records of {@code window-policies}. */
public final class PolicyWriter {

    private static final Words<Anchor, dev.frist.schema.Anchor> ANCHORS =
            Words.between(Anchor.class, dev.frist.schema.Anchor.class);
    private static final Words<DayCount, dev.frist.schema.DayCount> DAY_COUNTS =
            Words.between(DayCount.class, dev.frist.schema.DayCount.class);
    private static final Words<Roll, dev.frist.schema.Roll> ROLLS =
            Words.between(Roll.class, dev.frist.schema.Roll.class);
    private static final Words<Cutoff, dev.frist.schema.Cutoff> CUTOFFS =
            Words.between(Cutoff.class, dev.frist.schema.Cutoff.class);
    private static final Words<UncontestedRefusal, dev.frist.schema.UncontestedRefusal> UNCONTESTED =
            Words.between(UncontestedRefusal.class, dev.frist.schema.UncontestedRefusal.class);
    private static final Words<OpenCases, dev.frist.schema.OpenCases> OPEN_CASES =
            Words.between(OpenCases.class, dev.frist.schema.OpenCases.class);

    private PolicyWriter() {}

    /** The record's value; its key is {@code policy.ref().toString()}. */
    public static dev.frist.schema.WindowPolicy write(WindowPolicy policy) {
        return new dev.frist.schema.WindowPolicy(
                policy.ref().policyId(),
                policy.ref().version(),
                scope(policy.scope()),
                Instant.ofEpochMilli(policy.effectiveFrom()),
                policy.handlingWindow().toString(),
                ANCHORS.of(policy.anchor()),
                policy.evidenceWindow().toString(),
                policy.returnWindow().toString(),
                policy.minimumNotice().toString(),
                Lines.each(policy.reminders(), Object::toString),
                policy.grace().toString(),
                calendar(policy.calendar()),
                policy.amountTolerance(),
                policy.maxReturnFee(),
                UNCONTESTED.of(policy.uncontestedRefusal()),
                policy.requireNoticeReceipt(),
                OPEN_CASES.of(policy.openCases()),
                policy.author(),
                policy.approvedBy(),
                policy.reason());
    }

    private static PolicyScope scope(Scope scope) {
        var kind = scope.kind();
        return new PolicyScope(
                scope.market(), scope.merchantId(), scope.channel(), kind == null ? null : Parties.write(kind));
    }

    private static PolicyCalendar calendar(CalendarRule calendar) {
        return new PolicyCalendar(
                calendar.zone().getId(),
                calendar.holidays(),
                DAY_COUNTS.of(calendar.dayCount()),
                ROLLS.of(calendar.roll()),
                CUTOFFS.of(calendar.cutoff()));
    }
}
