package dev.frist.demo;

import dev.frist.demo.Tally.Standing;
import dev.frist.domain.decision.DecisionType;
import java.util.Locale;

/** How far the demo is, in one line. */
final class ProgressLine {

    private static final int BAR = 20;

    private final DemoPlan plan;
    private final long length;

    /**
     * The progress of a demo.
     *
     * @param length how long the traffic and the deadlines after it take, in milliseconds
     */
    ProgressLine(DemoPlan plan, long length) {
        this.plan = plan;
        this.length = length;
    }

    /** The line at a moment of the demo, in milliseconds from the start of the traffic. */
    String at(long elapsed, Tally tally) {
        long shown = Math.min(Math.max(elapsed, 0), length);
        int done = (int) (BAR * shown / length);
        long placed = Math.min(plan.orders(), plan.orders() * shown / plan.placing());
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d s  returns %d: open %d, resolved %d, disputed %d  %s  orders %d  reminders %d",
                "#".repeat(done),
                ".".repeat(BAR - done),
                shown / 1000,
                length / 1000,
                tally.returns(),
                tally.count(Standing.OPEN),
                tally.count(Standing.RESOLVED),
                tally.count(Standing.DISPUTED),
                window(elapsed),
                placed,
                tally.decisions(DecisionType.DEADLINE_APPROACHING));
    }

    private String window(long elapsed) {
        long window = plan.windowAt(elapsed);
        return "window " + window / 1000 + " s" + (window == plan.handlingWindow() ? "" : " for new cases");
    }
}
