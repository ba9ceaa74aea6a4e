package dev.frist.domain.engine;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.ledger.Shares;
import dev.frist.domain.ledger.Timeline;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.Limits;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.verdict.Evaluation;
import java.util.ArrayList;
import java.util.List;

/**
 * The one engine behind every door: the topology, the scenario runner, the backtest. A pure function of what is given;
 * it reads no clock, does no I/O, and never changes its arguments.
 */
public final class Engine {

    private final Limits limits;

    public Engine(Limits limits) {
        this.limits = limits;
    }

    /**
     * Takes in a record and evaluates the order afresh. What only the passing of time decides (deadlines, evidence
     * windows, reminders) is left to the next wake-up, and no dispute opens or grows here: something that prevents it
     * may lie further back in the topics. An order that is erased is evaluated a last time, to close what stands open.
     *
     * @param before the state of the order that the record's key names
     * @param now epoch millis
     */
    public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
        Admission.Result admitted = Admission.of(before, event, limits);
        if (admitted.isUnchanged()) {
            return new Outcome(before, List.of(), admitted.deadLetters(), admitted.isDuplicate());
        }
        Evaluation.Result result = Evaluation.of(admitted.state(), policies, limits.orphanHold(), now, false);
        if (event.payload() instanceof OrderErased) {
            // What was parked goes with the rest: as a dead letter it would outlive the order.
            return new Outcome(OrderState.unknown(before.orderId()), result.decisions(), List.of(), false);
        }
        List<DeadLetter> deadLetters = new ArrayList<>(admitted.deadLetters());
        deadLetters.addAll(result.deadLetters());
        return new Outcome(withRetention(result.after()), result.decisions(), deadLetters, false);
    }

    /**
     * Evaluates the order at a wake-up. The caller vouches for completeness: everything that lay in the order's
     * partition of every event topic at {@code now} has been received.
     *
     * @param now epoch millis
     */
    public Outcome wake(OrderState before, PolicyBook policies, long now) {
        List<DeadLetter> deadLetters = new ArrayList<>();
        OrderState held = withoutOrphans(before, now, deadLetters);
        Evaluation.Result result = Evaluation.of(held, policies, limits.orphanHold(), now, true);
        deadLetters.addAll(result.deadLetters());
        OrderState after = withRetention(result.after());
        boolean forgotten = after.isEmpty() || forgetAt(after) <= now;
        return new Outcome(
                forgotten ? OrderState.unknown(before.orderId()) : after, result.decisions(), deadLetters, false);
    }

    /** Drops what has waited for its order or its return for as long as records are held. */
    private OrderState withoutOrphans(OrderState state, long now, List<DeadLetter> deadLetters) {
        List<Fact> parked = Timeline.of(state.facts()).parked();
        List<Fact> orphaned = parked.stream()
                .filter(fact -> Shares.plus(fact.arrivedAt(), limits.orphanHold()) <= now)
                .toList();
        if (orphaned.isEmpty()) {
            return state;
        }
        for (Fact fact : orphaned) {
            byte[] original = fact.original();
            deadLetters.add(new DeadLetter(
                    DeadLetterReason.ORPHANED,
                    fact.eventId(),
                    fact.position(),
                    original == null ? new byte[0] : original,
                    "waited in vain for the order or the registration that it speaks of"));
        }
        List<Fact> kept = new ArrayList<>(state.facts());
        kept.removeAll(orphaned);
        return Admission.withFacts(state, kept);
    }

    private OrderState withRetention(OrderState state) {
        long wakeAt = Math.min(state.wakeAt(), forgetAt(state));
        return new OrderState(
                state.orderId(),
                state.facts(),
                state.cases(),
                state.sequence(),
                state.unmatchedTold(),
                state.judgedUntil(),
                wakeAt);
    }

    /** When an order without an open case and with nothing parked is forgotten. */
    private long forgetAt(OrderState state) {
        boolean open = state.cases().values().stream().anyMatch(Engine::isOpen);
        if (open || !Timeline.of(state.facts()).parked().isEmpty() || state.isEmpty()) {
            return OrderState.NO_WAKE_UP;
        }
        long last = Long.MIN_VALUE;
        for (Fact fact : state.facts()) {
            last = Math.max(last, fact.arrivedAt());
        }
        return Shares.plus(last, limits.retention());
    }

    private static boolean isOpen(CaseMemory memory) {
        return memory.sequence() > 0
                && (memory.resolution() == null || !memory.resolution().isResolved());
    }
}
