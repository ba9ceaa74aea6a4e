package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import java.util.List;

/** Facts rebuilt from the log give the published decisions again, and nothing new. */
final class ReplayProperty implements TraceProperty {

    @Override
    public String name() {
        return "facts rebuilt from the log give the published decisions again, and nothing new";
    }

    @Override
    public String violation(Trace trace) {
        Trace again = Trace.of(trace.history());
        if (!again.decisions().equals(trace.decisions())) {
            return "a second run published " + Said.decisions(again.decisions()) + " where the first published "
                    + Said.decisions(trace.decisions());
        }
        if (trace.steps().isEmpty()) {
            return null;
        }
        return intoWhatIsKnown(trace, again);
    }

    /** The memory of the first run over the facts that the second one rebuilt, and then the whole log once more. */
    private static String intoWhatIsKnown(Trace first, Trace second) {
        Trace.Step last = first.last();
        OrderState known = last.after();
        OrderState rebuilt = new OrderState(
                known.orderId(),
                second.last().after().facts(),
                known.cases(),
                known.sequence(),
                known.unmatchedTold(),
                known.judgedUntil(),
                known.wakeAt());
        if (rebuilt.isEmpty() || rebuilt.wakeAt() <= last.now()) {
            return null;
        }
        List<Decision> published =
                Trace.ENGINE.wake(rebuilt, last.policies(), last.now()).decisions();
        if (!published.isEmpty()) {
            return "over rebuilt facts came " + Said.decisions(published);
        }
        OrderState state = rebuilt;
        for (Trace.Step step : second.steps()) {
            Event event = step.event();
            // What once became a dead letter left nothing behind, and may be a fact when it comes again.
            if (event != null && isFact(known, event)) {
                Outcome outcome = Trace.ENGINE.receive(state, event, last.policies(), last.now());
                if (!outcome.decisions().isEmpty()) {
                    return event.eventId() + " of the replayed log led to " + Said.decisions(outcome.decisions());
                }
                state = outcome.after();
            }
        }
        return null;
    }

    private static boolean isFact(OrderState state, Event event) {
        return state.facts().stream().map(Fact::eventId).anyMatch(event.eventId()::equals);
    }
}
