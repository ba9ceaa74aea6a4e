package dev.frist.domain.policy;

import java.util.ArrayList;
import java.util.List;

/** In what a version is weaker than the one it may take the place of: it lets a dispute come earlier, or easier. */
final class Weakening {

    private final List<String> found = new ArrayList<>();

    private Weakening() {}

    /** Each as {@code field old → new}; empty where nothing is weaker. */
    static List<String> of(WindowPolicy candidate, WindowPolicy current) {
        Weakening weakening = new Weakening();
        weakening.shorter("handlingWindow", candidate.handlingWindow(), current.handlingWindow());
        weakening.shorter("evidenceWindow", candidate.evidenceWindow(), current.evidenceWindow());
        weakening.shorter("returnWindow", candidate.returnWindow(), current.returnWindow());
        weakening.shorter("minimumNotice", candidate.minimumNotice(), current.minimumNotice());
        weakening.shorter("grace", candidate.grace(), current.grace());
        CalendarRule now = current.calendar();
        CalendarRule then = candidate.calendar();
        weakening.from(DayCount.BANKING, "dayCount", then.dayCount(), now.dayCount());
        weakening.from(Roll.NEXT_BANKING_DAY, "roll", then.roll(), now.roll());
        weakening.from(Cutoff.END_OF_DAY, "cutoff", then.cutoff(), now.cutoff());
        weakening.from(Anchor.SHIPPED, "anchor", candidate.anchor(), current.anchor());
        weakening.from(true, "requireNoticeReceipt", candidate.requireNoticeReceipt(), current.requireNoticeReceipt());
        weakening.from(
                UncontestedRefusal.ESCALATES,
                "uncontestedRefusal",
                candidate.uncontestedRefusal(),
                current.uncontestedRefusal());
        return weakening.found;
    }

    private void shorter(String field, Window candidate, Window current) {
        if (candidate.roughMillis() < current.roughMillis()) {
            add(field, candidate, current);
        }
    }

    /** Each of these words has one that is stronger than all others. */
    private <T> void from(T stronger, String field, T candidate, T current) {
        if (current.equals(stronger) && !candidate.equals(stronger)) {
            add(field, candidate, current);
        }
    }

    private void add(String field, Object candidate, Object current) {
        found.add(field + " " + current + " → " + candidate);
    }
}
