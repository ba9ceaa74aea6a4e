package dev.frist.experiments.history;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.CorrectionPayload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All records that the producers send, in the order of time.
 *
 * @param orders how many are placed
 * @param unheeded when a dispute may open (deadline and grace, epoch millis) of each order about which nothing else is sent
 * @param corrections when corrections are sent, epoch millis
 */
public record History(List<Outgoing> records, int orders, List<Long> unheeded, List<Long> corrections) {

    private static final int PERCENT_DUE_IN_LAG = 28;

    /**
     * Draws a history.
     *
     * @param start when it begins, epoch millis
     * @param lagFrom from when on no processor is to run, epoch millis
     * @param lagTo until when
     * @param registryOutages when the registry is to go down, epoch millis
     */
    public static History draw(Dice dice, Form form, long start, long lagFrom, long lagTo, List<Long> registryOutages) {
        return new Draft(dice, form, start, lagFrom, lagTo).draw(registryOutages);
    }

    /** How many of those instants lie between two others. */
    public static long between(List<Long> instants, long from, long to) {
        return instants.stream()
                .filter(instant -> instant >= from && instant < to)
                .count();
    }

    /**
     * Until when one must wait from an instant on for a number of unheeded deadlines to pass, epoch millis; no longer than
     * there are any.
     */
    public long enoughDue(long from, int count) {
        return unheeded.stream()
                .filter(instant -> instant >= from)
                .sorted()
                .limit(count + 1L)
                .reduce(from, (earlier, later) -> later);
    }

    /** The reasons for which dead letters must come out of any history. */
    public static Set<DeadLetterReason> provokedReasons() {
        return Poison.reasons();
    }

    /** What is drawn so far. */
    private static final class Draft {

        private final Dice dice;
        private final Form form;
        private final long start;
        private final long lagFrom;
        private final long lagTo;
        private final List<Outgoing> records = new ArrayList<>();
        private final List<Long> unheeded = new ArrayList<>();
        private final List<Long> corrections = new ArrayList<>();

        Draft(Dice dice, Form form, long start, long lagFrom, long lagTo) {
            this.dice = dice;
            this.form = form;
            this.start = start;
            this.lagFrom = lagFrom;
            this.lagTo = lagTo;
        }

        History draw(List<Long> registryOutages) {
            ShortWindows windows = new ShortWindows(form, start);
            records.addAll(windows.first());
            records.addAll(windows.later());
            stories(windows);
            for (int i = 0; i < form.oddities(); i++) {
                records.addAll(Poison.around(dice.split(), form, "P" + i, anyTime()));
                records.addAll(Oddities.around(dice.split(), "O" + i, anyTime()));
            }
            for (long outage : registryOutages) {
                records.addAll(Poison.ofUnknownSchemas(dice.split(), outage + 1_000));
            }
            records.addAll(Poison.tooMany(dice.split(), form, "P-many", anyTime()));
            records.sort(Comparator.comparingLong(Outgoing::at));
            return new History(List.copyOf(records), form.orders(), List.copyOf(unheeded), List.copyOf(corrections));
        }

        private void stories(ShortWindows windows) {
            for (int i = 0; i < form.orders(); i++) {
                String orderId = "A" + i;
                Dice own = dice.split();
                OrderStory story = own.chance(PERCENT_DUE_IN_LAG)
                        ? OrderStory.dueAt(own, form, windows, orderId, own.between(lagFrom, lagTo - windows.grace()))
                        : OrderStory.registeredAt(own, form, windows, orderId, anyTime());
                if (story.isSilent()) {
                    unheeded.add(story.deadline() + windows.grace());
                }
                story.said().forEach(said -> send(own, said));
            }
        }

        private long anyTime() {
            return dice.between(start + 4 * form.unit(), start + form.traffic() - 10 * form.unit());
        }

        private void send(Dice own, Said said) {
            long arrives = Math.max(said.arrives(), start);
            if (said.payload() instanceof CorrectionPayload) {
                corrections.add(arrives);
            }
            Said sent = new Said(said.eventId(), said.orderId(), said.occurs(), arrives, said.payload());
            Route route = route(own);
            Outgoing outgoing = sent.by(route);
            if (route == Route.ABORTED) {
                // The producer tries once more.
                records.add(outgoing.again(arrives + own.between(0, 2) * form.unit(), Route.ANOTHER));
            } else if (own.chance(1)) {
                // What was never committed, though nothing like it follows.
                Said ghost =
                        new Said(said.eventId() + "-ghost", said.orderId(), said.occurs(), arrives, said.payload());
                records.add(ghost.by(Route.ABORTED));
            }
            records.add(outgoing);
            if (own.chance(5)) {
                records.add(outgoing.again(arrives + own.between(0, 15) * form.unit(), Route.ANOTHER));
            }
        }

        private static Route route(Dice dice) {
            int way = dice.between(0, 99);
            if (way < 45) {
                return Route.PLAIN;
            }
            if (way < 80) {
                return Route.ANOTHER;
            }
            return way < 96 ? Route.COMMITTED : Route.ABORTED;
        }
    }
}
