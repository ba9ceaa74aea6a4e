package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.Position;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.experiments.check.OrderLogs.Stored;
import dev.frist.state.StoredOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs an order through the core again. Taken from the processor is only in which order it took the records in and when it
 * woke the order; every state and every decision is reckoned from the inputs, and compared.
 */
final class Replay {

    private final Engine engine;
    private final Inputs inputs;
    private final Outputs outputs;
    private final OrderLogs logs;
    private final PolicyHistory policies;
    private final Findings findings;
    private final Set<Position> erasures = new HashSet<>();

    Replay(Engine engine, Inputs inputs, Outputs outputs, OrderLogs logs, PolicyHistory policies, Findings findings) {
        this.engine = engine;
        this.inputs = inputs;
        this.outputs = outputs;
        this.logs = logs;
        this.policies = policies;
        this.findings = findings;
    }

    OrderTrace of(String orderId) {
        List<Step> steps = new ArrayList<>();
        StoredOrder stored = StoredOrder.unknown(orderId);
        OrderState state = stored.state();
        for (Stored next : logs.of(orderId, findings)) {
            Step step = step(orderId, state, next);
            if (step != null) {
                steps.add(step);
                state = next.order().state();
            }
            window(orderId, step, next);
            stored = next.order();
        }
        return new OrderTrace(orderId, steps, stored.windowAt(), inputs.of(orderId), outputs.of(orderId));
    }

    /** The step that led to what was stored next; null where a record was taken in that changed nothing. */
    private @Nullable Step step(String orderId, OrderState before, Stored next) {
        OrderState after = next.order().state();
        List<Position> added = added(before, after);
        if (added.size() > 1) {
            wrong(orderId, next, "several records were taken in at once, or the changelog lacks states: " + added);
        }
        Event event = null;
        if (added.isEmpty()) {
            if (StateDifference.of(before, after) == null) {
                return null;
            }
        } else {
            Taken taken = inputs.at(added.get(added.size() - 1));
            event = taken == null ? null : taken.event();
            if (event == null) {
                wrong(orderId, next, "it holds a fact that no input says: " + added);
                return new Step(null, before, policies.last(), 0, new Outcome(after, List.of(), List.of(), false));
            }
        }
        Step step = event == null && after.isEmpty() ? gone(before, next) : find(before, event, next);
        String difference = StateDifference.of(step.after(), after);
        if (difference != null) {
            wrong(orderId, next, (event == null ? "after a wake-up " : "after " + event.eventId() + " ") + difference);
            Outcome reckoned = step.outcome();
            return new Step(
                    event,
                    before,
                    step.policies(),
                    step.now(),
                    new Outcome(after, reckoned.decisions(), reckoned.deadLetters(), false));
        }
        return step;
    }

    /** The step that left nothing of the order: a wake-up that forgot it, or an erasure. */
    private Step gone(OrderState before, Stored next) {
        Step woken = find(before, null, next);
        Step likeliest = woken;
        for (Taken taken : inputs.of(before.orderId())) {
            Event event = taken.event();
            if (event != null && event.payload() instanceof OrderErased && !erasures.contains(taken.position())) {
                Step step = find(before, event, next);
                if (step.after().isEmpty() && isPublished(step.outcome().decisions())) {
                    likeliest = step;
                    break;
                }
                likeliest = likeliest.after().isEmpty() ? likeliest : step;
            }
        }
        if (likeliest.event() != null) {
            erasures.add(likeliest.event().position());
        }
        return likeliest;
    }

    /** The step under the instant and the policies with which it leads to what was found; else under the likeliest. */
    private Step find(OrderState before, @Nullable Event event, Stored next) {
        OrderState after = next.order().state();
        Step likeliest = null;
        Step sameState = null;
        for (long now : Instants.of(before, after, next.record().timestamp(), outputs)) {
            for (PolicyBook book : policies.possibleAt(now)) {
                Outcome outcome =
                        event == null ? engine.wake(before, book, now) : engine.receive(before, event, book, now);
                Step step = new Step(event, before, book, now, outcome);
                likeliest = likeliest == null ? step : likeliest;
                if (StateDifference.of(outcome.after(), after) == null) {
                    if (isPublished(outcome.decisions())) {
                        return step;
                    }
                    sameState = sameState == null ? step : sameState;
                }
            }
        }
        return sameState == null ? Objects.requireNonNull(likeliest) : sameState;
    }

    private boolean isPublished(List<Decision> decisions) {
        return decisions.stream()
                .allMatch(decision -> outputs.of(decision.decisionId()).stream()
                        .anyMatch(published -> published.decision().equals(decision)));
    }

    /** A record that was taken in sets the window where the order wants it; a wake-up never to where it was. */
    private void window(String orderId, @Nullable Step step, Stored next) {
        StoredOrder found = next.order();
        if (found.failures() > 0 || !found.missed().isEmpty()) {
            wrong(orderId, next, "a wake-up failed " + found.failures() + " times; it misses " + found.missed());
            return;
        }
        if (found.state().isEmpty()) {
            return;
        }
        long wakeAt = found.state().wakeAt();
        boolean received = step == null || step.event() != null;
        boolean woken = step == null || step.event() == null;
        long afterWakeUp = Math.max(wakeAt, found.state().judgedUntil() + 1);
        boolean isThere = (received && found.windowAt() == wakeAt) || (woken && found.windowAt() == afterWakeUp);
        if (!isThere) {
            findings.add(
                    Kind.WINDOW_WRONG,
                    orderId,
                    "it wants to be woken at " + wakeAt + " and its window is at " + found.windowAt(),
                    next.record().position());
        }
    }

    private static List<Position> added(OrderState before, OrderState after) {
        Set<Position> known = new HashSet<>();
        before.facts().forEach(fact -> known.add(fact.position()));
        return after.facts().stream()
                .map(Fact::position)
                .filter(position -> !known.contains(position))
                .toList();
    }

    private void wrong(String orderId, Stored next, String detail) {
        findings.add(Kind.STATE_WRONG, orderId, detail, next.record().position());
    }
}
