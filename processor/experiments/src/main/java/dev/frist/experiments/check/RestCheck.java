package dev.frist.experiments.check;

import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In the end nothing is left to decide: no window was due and not judged; and the same facts in another order of arrival
 * lead to what stands.
 */
final class RestCheck implements OrderCheck {

    private final Engine engine;
    private final long settledAt;

    RestCheck(Engine engine, long settledAt) {
        this.engine = engine;
        this.settledAt = settledAt;
    }

    @Override
    public void check(OrderTrace trace, Findings findings) {
        if (trace.steps().isEmpty() || trace.last().isEmpty()) {
            return;
        }
        Step last = trace.steps().get(trace.steps().size() - 1);
        if (trace.windowAt() < settledAt) {
            Outcome due = engine.wake(trace.last(), last.policies(), settledAt - 1);
            Kind kind = due.decisions().isEmpty() ? Kind.WINDOW_WRONG : Kind.DECISION_LOST;
            findings.add(
                    kind,
                    trace.orderId(),
                    "its window was due at " + trace.windowAt() + " and never judged; the core would decide "
                            + due.decisions().stream()
                                    .map(decision -> decision.type() + " " + decision.returnId())
                                    .toList());
            return;
        }
        for (Comparator<Fact> order : List.of(
                Comparator.comparing(Fact::eventId),
                Comparator.comparing(Fact::eventId).reversed(),
                Comparator.comparingLong(Fact::occurredAt).reversed())) {
            Outcome again = engine.wake(reordered(trace.last(), order), last.policies(), last(trace));
            if (!again.decisions().isEmpty()) {
                findings.add(
                        Kind.ORDER_DEPENDENT,
                        trace.orderId(),
                        "with its facts in another order the core would decide "
                                + again.decisions().stream()
                                        .map(decision ->
                                                decision.type() + " " + decision.returnId() + " " + decision.ground())
                                        .toList());
                return;
            }
        }
    }

    /** The last instant of the order's life at which nothing more was due. */
    private static long last(OrderTrace trace) {
        long last = trace.last().judgedUntil();
        for (Step step : trace.steps()) {
            last = Math.max(last, step.now());
        }
        return Math.max(trace.last().judgedUntil(), Math.min(last, trace.windowAt() - 1));
    }

    private static OrderState reordered(OrderState state, Comparator<Fact> order) {
        List<Fact> facts = new ArrayList<>(state.facts());
        facts.sort(order);
        return new OrderState(
                state.orderId(),
                facts,
                state.cases(),
                state.sequence(),
                state.unmatchedTold(),
                state.judgedUntil(),
                state.wakeAt());
    }
}
