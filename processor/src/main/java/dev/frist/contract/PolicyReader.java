package dev.frist.contract;

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
import dev.frist.schema.PolicyCalendar;
import dev.frist.schema.PolicyScope;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of {@code window-policies} as policies of the domain. Only what the domain cannot express is refused
 * here; whether a policy may pass is for its guard.
 */
public final class PolicyReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Window ANY = Window.parse("PT0S");
    private static final ZoneId SOME = ZoneOffset.UTC;

    private static final Words<dev.frist.schema.Anchor, Anchor> ANCHORS =
            Words.between(dev.frist.schema.Anchor.class, Anchor.class);
    private static final Words<dev.frist.schema.DayCount, DayCount> DAY_COUNTS =
            Words.between(dev.frist.schema.DayCount.class, DayCount.class);
    private static final Words<dev.frist.schema.Roll, Roll> ROLLS =
            Words.between(dev.frist.schema.Roll.class, Roll.class);
    private static final Words<dev.frist.schema.Cutoff, Cutoff> CUTOFFS =
            Words.between(dev.frist.schema.Cutoff.class, Cutoff.class);
    private static final Words<dev.frist.schema.UncontestedRefusal, UncontestedRefusal> UNCONTESTED =
            Words.between(dev.frist.schema.UncontestedRefusal.class, UncontestedRefusal.class);
    private static final Words<dev.frist.schema.OpenCases, OpenCases> OPEN_CASES =
            Words.between(dev.frist.schema.OpenCases.class, OpenCases.class);

    private final List<String> objections = new ArrayList<>();

    private PolicyReader() {}

    /**
     * What was read: a policy, or why there is none.
     *
     * @param policy null where it cannot be expressed
     * @param objection null where it can; else clauses that name the field, its value and what is allowed
     */
    public record Reading(
            @Nullable WindowPolicy policy, @Nullable String objection) {}

    /** Reads a policy that Avro has decoded. Throws nothing. */
    public static Reading read(dev.frist.schema.WindowPolicy policy) {
        PolicyReader reader = new PolicyReader();
        WindowPolicy read = reader.policy(policy);
        return reader.objections.isEmpty()
                ? new Reading(read, null)
                : new Reading(null, String.join("; ", reader.objections));
    }

    private WindowPolicy policy(dev.frist.schema.WindowPolicy policy) {
        if (!ID.matcher(policy.getPolicyId()).matches()) {
            objections.add("policyId '" + policy.getPolicyId() + "' is no id: allowed are 1 to 64 of A-Za-z0-9._:-");
        }
        if (policy.getVersion() < 1) {
            objections.add("version " + policy.getVersion() + " is too low: allowed is 1 or more");
        }
        return new WindowPolicy(
                new PolicyRef(policy.getPolicyId(), policy.getVersion()),
                scope(policy.getScope()),
                policy.getEffectiveFrom().toEpochMilli(),
                window("handlingWindow", policy.getHandlingWindow()),
                ANCHORS.of(policy.getAnchor()),
                window("evidenceWindow", policy.getEvidenceWindow()),
                window("returnWindow", policy.getReturnWindow()),
                window("minimumNotice", policy.getMinimumNotice()),
                Lines.each(policy.getReminders(), reminder -> window("reminders", reminder)),
                window("grace", policy.getGrace()),
                calendar(policy.getCalendar()),
                policy.getAmountTolerance(),
                policy.getMaxReturnFee(),
                UNCONTESTED.of(policy.getUncontestedRefusal()),
                policy.getRequireNoticeReceipt(),
                OPEN_CASES.of(policy.getOpenCases()),
                policy.getAuthor(),
                policy.getApprovedBy(),
                policy.getReason());
    }

    private static Scope scope(PolicyScope scope) {
        var kind = scope.getKind();
        return new Scope(
                scope.getMarket(), scope.getMerchantId(), scope.getChannel(), kind == null ? null : Parties.read(kind));
    }

    private CalendarRule calendar(PolicyCalendar calendar) {
        return new CalendarRule(
                zone(calendar.getZone()),
                calendar.getHolidays(),
                DAY_COUNTS.of(calendar.getDayCount()),
                ROLLS.of(calendar.getRoll()),
                CUTOFFS.of(calendar.getCutoff()));
    }

    private ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            objections.add("calendar.zone '" + zone
                    + "' is not known: allowed are names of the IANA time zone database, such as Europe/Stockholm");
            return SOME;
        }
    }

    private Window window(String field, String text) {
        try {
            return Window.parse(text);
        } catch (IllegalArgumentException unreadable) {
            objections.add(field + " " + unreadable.getMessage());
            return ANY;
        }
    }
}
