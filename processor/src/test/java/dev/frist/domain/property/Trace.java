package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.order.Limits;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.CoreDoor;
import dev.frist.scenario.CoreEngine;
import dev.frist.scenario.Published;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.WrittenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A history as it ran, step by step. */
final class Trace {

    static final Engine ENGINE = new Engine(Limits.DEFAULT);

    /**
     * A record that was read, or a wake-up.
     *
     * @param event null for a wake-up
     */
    record Step(Event event, OrderState before, PolicyBook policies, long now, Outcome outcome) {

        OrderState after() {
            return outcome.after();
        }

        /** The facts of a kind that are known after this step. */
        <P extends Payload> Stream<P> known(Class<P> type) {
            return after().facts().stream()
                    .map(Fact::payload)
                    .filter(type::isInstance)
                    .map(type::cast);
        }
    }

    private final Scenario history;
    private final List<Step> steps = new ArrayList<>();
    private final Published published;

    private Trace(Scenario history) {
        this.history = history;
        this.published = new CoreEngine(new CoreDoor() {
                    @Override
                    public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                        return noted(event, before, policies, now, ENGINE.receive(before, event, policies, now));
                    }

                    @Override
                    public Outcome wake(OrderState before, PolicyBook policies, long now) {
                        return noted(null, before, policies, now, ENGINE.wake(before, policies, now));
                    }
                })
                .run(history);
    }

    static Trace of(Scenario history) {
        return new Trace(history);
    }

    private Outcome noted(Event event, OrderState before, PolicyBook policies, long now, Outcome outcome) {
        steps.add(new Step(event, before, policies, now, outcome));
        return outcome;
    }

    Scenario history() {
        return history;
    }

    List<Step> steps() {
        return steps;
    }

    Published published() {
        return published;
    }

    /** Every decision in the order of publication. */
    List<Decision> decisions() {
        return steps.stream()
                .flatMap(step -> step.outcome().decisions().stream())
                .toList();
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The policy version of that name, accepted or not. */
    WindowPolicy policy(String policyId, int version) {
        return history.policies().stream()
                .map(WrittenPolicy::policy)
                .filter(policy -> policy.ref().equals(new PolicyRef(policyId, version)))
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow();
    }
}
