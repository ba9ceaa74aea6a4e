package dev.frist.demo;

import dev.frist.demo.Tally.Standing;
import dev.frist.domain.decision.Ground;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a demo came to.
 *
 * @param orders orders placed
 * @param returns returns that Frist has decided anything about
 * @param resolved returns resolved at the end, by ground
 * @param disputed returns disputed at the end, by ground
 * @param underReview disputes that wait for a human
 * @param withdrawn disputes that were opened and taken back
 * @param open returns that are neither resolved nor disputed
 * @param deadLetters records refused
 * @param naive disputes that a rule comparing amounts under the shortened window opens on the same events
 * @param wrongly those of them for which Frist opened no dispute
 * @param tooEarly those of {@code wrongly} that it would not open at the deadline that the case was opened under
 * @param pausedWrongly what the consumers still owed on the invoices of {@code wrongly}, in öre
 */
public record DemoSummary(
        int orders,
        int returns,
        Map<Ground, Integer> resolved,
        Map<Ground, Integer> disputed,
        int underReview,
        int withdrawn,
        int open,
        int deadLetters,
        int naive,
        int wrongly,
        int tooEarly,
        long pausedWrongly) {

    /** Sums up, and runs the naive rule on the events that were sent. */
    static DemoSummary of(DemoPlan plan, List<TrafficEvent> events, Tally tally) {
        List<NaiveRule.Dispute> naive = NaiveRule.underShortenedWindow(plan).judge(events);
        List<NaiveRule.Dispute> wrongly = tally.wrongly(naive);
        Set<String> atTheDeadline = NaiveRule.underPinnedWindow(plan).judge(events).stream()
                .map(NaiveRule.Dispute::key)
                .collect(Collectors.toCollection(HashSet::new));
        return new DemoSummary(
                plan.orders(),
                tally.returns(),
                tally.grounds(Standing.RESOLVED),
                tally.grounds(Standing.DISPUTED),
                tally.underReview(),
                tally.disputesWithdrawn(),
                tally.count(Standing.OPEN),
                tally.deadLetters(),
                naive.size(),
                wrongly.size(),
                (int) wrongly.stream()
                        .filter(dispute -> !atTheDeadline.contains(dispute.key()))
                        .count(),
                wrongly.stream().mapToLong(NaiveRule.Dispute::paused).sum());
    }

    /** Returns that were resolved in the end. */
    public int resolvedInAll() {
        return resolved.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns that were disputed in the end. */
    public int disputedInAll() {
        return disputed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Prints it. */
    public void print(Screen screen) {
        lines(screen.paint()).forEach(screen::line);
    }

    /** The summary as lines of text. */
    List<String> lines(Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold("What Frist decided"));
        lines.add(row("orders", orders, ""));
        lines.add(row("returns", returns, ""));
        lines.add(paint.good(row("resolved", resolvedInAll(), words(resolved))));
        lines.add(paint.bad(row("disputed", disputedInAll(), words(disputed))));
        lines.add(row(
                "for a human", underReview, "disputes over a refusal, or over goods that did not come back as sold"));
        lines.add(row("withdrawn", withdrawn, "disputes taken back, after a credit that came too late"));
        if (open > 0) {
            lines.add(row("open", open, ""));
        }
        lines.add(row("dead letters", deadLetters, "records that cannot be read, kept with the reason"));
        lines.add("");
        lines.add(paint.bold("A rule that compares amounts under the shortened window, on the same events"));
        lines.add(row("disputed", naive, "whole invoices paused"));
        lines.add(paint.bad(row("wrongly", wrongly, Money.kronor(pausedWrongly) + " SEK that nobody had to pause")));
        lines.add(row("  too early", tooEarly, "before the deadline that the case was opened under"));
        lines.add(row("  by amounts", wrongly - tooEarly, "it knows neither units nor what the parties agreed"));
        return lines;
    }

    private static String row(String name, int count, String explanation) {
        return String.format(Locale.ROOT, "  %-13s %5d  %s", name, count, explanation)
                .stripTrailing();
    }

    private static String words(Map<Ground, Integer> grounds) {
        return grounds.entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
