package dev.frist.domain.order;

import dev.frist.domain.fact.Event;
import dev.frist.domain.policy.PolicyBook;
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
     * may lie further back in the topics.
     *
     * @param before the state of the order that the record's key names
     * @param now epoch millis
     */
    public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
        return new Outcome(before, List.of(), List.of(), limits.factsMax() == 0);
    }

    /**
     * Evaluates the order at a wake-up. The caller vouches for completeness: everything that lay in the order's
     * partition of every event topic at {@code now} has been received.
     *
     * @param now epoch millis
     */
    public Outcome wake(OrderState before, PolicyBook policies, long now) {
        return new Outcome(before, List.of(), List.of(), false);
    }
}
