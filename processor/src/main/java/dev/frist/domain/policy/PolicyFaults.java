package dev.frist.domain.policy;

import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.holiday.BankingDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What makes a version unusable, whatever is in force: each a clause that says what is wrong and what is allowed. */
final class PolicyFaults {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<String> found = new ArrayList<>();

    private PolicyFaults() {}

    static List<String> of(WindowPolicy policy) {
        PolicyFaults faults = new PolicyFaults();
        faults.windows(policy);
        faults.holidays(policy.calendar());
        faults.negative("amountTolerance", policy.amountTolerance());
        faults.negative("maxReturnFee", policy.maxReturnFee());
        faults.words(policy);
        return faults.found;
    }

    /** A month has no number of banking days. */
    private void windows(WindowPolicy policy) {
        if (policy.calendar().dayCount() != DayCount.BANKING) {
            return;
        }
        months("handlingWindow", policy.handlingWindow());
        months("evidenceWindow", policy.evidenceWindow());
        months("returnWindow", policy.returnWindow());
        months("minimumNotice", policy.minimumNotice());
        policy.reminders().forEach(reminder -> months("reminders", reminder));
        months("grace", policy.grace());
    }

    private void months(String field, Window window) {
        if (window instanceof Window.Days days && days.period().toTotalMonths() != 0) {
            found.add(field + " " + window + " has months or years, which dayCount BANKING cannot count: allowed are"
                    + " weeks and days");
        }
    }

    /** A market without a holiday calendar may still have deadlines that never ask for a banking day. */
    private void holidays(CalendarRule calendar) {
        if (BankingDays.isKnown(calendar.holidays())) {
            return;
        }
        boolean asked = calendar.dayCount() == DayCount.BANKING || calendar.roll() == Roll.NEXT_BANKING_DAY;
        if (!COUNTRIES.contains(calendar.holidays())) {
            found.add("calendar.holidays '" + calendar.holidays()
                    + "' is no market: allowed is an ISO 3166 code in capitals, such as SE");
        } else if (asked) {
            found.add("calendar.holidays '" + calendar.holidays()
                    + "' has no known public holidays: allowed are dayCount CALENDAR and roll NONE");
        }
    }

    private void negative(String field, long amount) {
        if (amount < 0) {
            found.add(field + " " + amount + " is negative: allowed is 0 or more");
        }
    }

    private void words(WindowPolicy policy) {
        unknown("scope.kind", policy.scope().kind() == ReturnKind.UNKNOWN);
        unknown("anchor", policy.anchor() == Anchor.UNKNOWN);
        unknown("calendar.dayCount", policy.calendar().dayCount() == DayCount.UNKNOWN);
        unknown("calendar.roll", policy.calendar().roll() == Roll.UNKNOWN);
        unknown("calendar.cutoff", policy.calendar().cutoff() == Cutoff.UNKNOWN);
        unknown("uncontestedRefusal", policy.uncontestedRefusal() == UncontestedRefusal.UNKNOWN);
        unknown("openCases", policy.openCases() == OpenCases.UNKNOWN);
    }

    private void unknown(String field, boolean isUnknown) {
        if (isUnknown) {
            found.add(field + " is a word that is not known here: allowed are those of the schema");
        }
    }
}
