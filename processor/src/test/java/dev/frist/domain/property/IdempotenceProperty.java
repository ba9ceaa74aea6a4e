package dev.frist.domain.property;

import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Any event any number of times changes nothing, and firing twice equals firing once. */
final class IdempotenceProperty implements TraceProperty {

    @Override
    public String name() {
        return "any event any number of times changes nothing, and firing twice equals firing once";
    }

    @Override
    public String violation(Trace trace) {
        List<Event> read = new ArrayList<>();
        for (Trace.Step step : trace.steps()) {
            if (step.event() != null) {
                read.add(step.event());
            }
            for (Event event : read) {
                String wrong = isFact(step.after(), event) ? ofEvent(step, event) : null;
                if (wrong != null) {
                    return wrong;
                }
            }
            String wrong = step.event() == null ? ofWakeUp(step) : null;
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static boolean isFact(OrderState state, Event event) {
        return state.facts().stream().map(Fact::eventId).anyMatch(event.eventId()::equals);
    }

    private static String ofEvent(Trace.Step step, Event event) {
        Outcome again = Trace.ENGINE.receive(step.after(), event, step.policies(), step.now());
        return again.duplicate()
                        && again.decisions().isEmpty()
                        && again.deadLetters().isEmpty()
                        && again.after().equals(step.after())
                ? null
                : event.eventId() + " read again at " + Said.instant(step.now()) + " led to "
                        + Said.decisions(again.decisions()) + " and "
                        + again.deadLetters().size()
                        + " dead letters" + (again.duplicate() ? "" : ", and was not taken for a duplicate");
    }

    private static String ofWakeUp(Trace.Step step) {
        if (step.after().isEmpty() || step.after().wakeAt() <= step.now()) {
            return null;
        }
        Outcome again = Trace.ENGINE.wake(step.after(), step.policies(), step.now());
        return again.decisions().isEmpty()
                        && again.deadLetters().isEmpty()
                        && again.after().equals(step.after())
                ? null
                : "a second wake-up at " + Said.instant(step.now()) + " led to " + Said.decisions(again.decisions())
                        + " and another state";
    }
}
