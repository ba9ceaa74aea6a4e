package dev.frist.domain.policy;

import dev.frist.domain.fact.ReturnKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The default policy of the scenario format, of which a test changes what it is about. */
public final class PolicyDraft {

    public static final long DAY = 86_400_000L;

    private PolicyRef ref = new PolicyRef("se-default", 1);
    private Scope scope = new Scope("SE", null, null, null);
    private long effectiveFrom = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private Window handlingWindow = Window.parse("P21D");
    private Anchor anchor = Anchor.REGISTERED;
    private Window evidenceWindow = Window.parse("P14D");
    private Window returnWindow = Window.parse("P30D");
    private Window minimumNotice = Window.parse("P7D");
    private List<Window> reminders = List.of(Window.parse("P7D"), Window.parse("P1D"));
    private Window grace = Window.parse("PT10M");
    private ZoneId zone = ZoneId.of("Europe/Stockholm");
    private String holidays = "SE";
    private DayCount dayCount = DayCount.CALENDAR;
    private Roll roll = Roll.NONE;
    private Cutoff cutoff = Cutoff.SAME_TIME;
    private long amountTolerance = 100;
    private long maxReturnFee = 9_900;
    private UncontestedRefusal uncontestedRefusal = UncontestedRefusal.ESCALATES;
    private boolean requireNoticeReceipt;
    private OpenCases openCases = OpenCases.NEW_CASES_ONLY;
    private String author = "ops";
    private String approvedBy;
    private String reason = "initial";

    /** se-default@1. */
    public static PolicyDraft draft() {
        return new PolicyDraft();
    }

    public static PolicyDraft draft(String policyId, int version) {
        return new PolicyDraft().ref(policyId, version);
    }

    public WindowPolicy get() {
        return new WindowPolicy(
                ref,
                scope,
                effectiveFrom,
                handlingWindow,
                anchor,
                evidenceWindow,
                returnWindow,
                minimumNotice,
                reminders,
                grace,
                new CalendarRule(zone, holidays, dayCount, roll, cutoff),
                amountTolerance,
                maxReturnFee,
                uncontestedRefusal,
                requireNoticeReceipt,
                openCases,
                author,
                approvedBy,
                reason);
    }

    public PolicyDraft ref(String policyId, int version) {
        ref = new PolicyRef(policyId, version);
        return this;
    }

    public PolicyDraft scope(String market, String merchantId, String channel, ReturnKind kind) {
        scope = new Scope(market, merchantId, channel, kind);
        return this;
    }

    public PolicyDraft from(long effectiveFrom) {
        this.effectiveFrom = effectiveFrom;
        return this;
    }

    public PolicyDraft handling(String window) {
        handlingWindow = Window.parse(window);
        return this;
    }

    public PolicyDraft anchor(Anchor anchor) {
        this.anchor = anchor;
        return this;
    }

    public PolicyDraft evidence(String window) {
        evidenceWindow = Window.parse(window);
        return this;
    }

    public PolicyDraft returning(String window) {
        returnWindow = Window.parse(window);
        return this;
    }

    public PolicyDraft notice(String window) {
        minimumNotice = Window.parse(window);
        return this;
    }

    public PolicyDraft reminders(String... windows) {
        reminders = List.of(windows).stream().map(Window::parse).toList();
        return this;
    }

    public PolicyDraft grace(String window) {
        grace = Window.parse(window);
        return this;
    }

    public PolicyDraft zone(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    public PolicyDraft holidays(String market) {
        holidays = market;
        return this;
    }

    public PolicyDraft count(DayCount dayCount) {
        this.dayCount = dayCount;
        return this;
    }

    public PolicyDraft roll(Roll roll) {
        this.roll = roll;
        return this;
    }

    public PolicyDraft cutoff(Cutoff cutoff) {
        this.cutoff = cutoff;
        return this;
    }

    public PolicyDraft tolerance(long amountTolerance) {
        this.amountTolerance = amountTolerance;
        return this;
    }

    public PolicyDraft maxFee(long maxReturnFee) {
        this.maxReturnFee = maxReturnFee;
        return this;
    }

    public PolicyDraft refusals(UncontestedRefusal uncontestedRefusal) {
        this.uncontestedRefusal = uncontestedRefusal;
        return this;
    }

    public PolicyDraft receipt(boolean requireNoticeReceipt) {
        this.requireNoticeReceipt = requireNoticeReceipt;
        return this;
    }

    public PolicyDraft open(OpenCases openCases) {
        this.openCases = openCases;
        return this;
    }

    public PolicyDraft author(String author) {
        this.author = author;
        return this;
    }

    public PolicyDraft approvedBy(String approvedBy) {
        this.approvedBy = approvedBy;
        return this;
    }

    public PolicyDraft reason(String reason) {
        this.reason = reason;
        return this;
    }
}
