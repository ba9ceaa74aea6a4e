package dev.frist.scenario;

import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;

/** The two ways into the core, so that whoever runs a scenario can watch what goes in and what comes out. */
public interface CoreDoor {

    /** Takes in a record, as {@link Engine#receive} does. */
    Outcome receive(OrderState before, Event event, PolicyBook policies, long now);

    /** Wakes an order up, as {@link Engine#wake} does. */
    Outcome wake(OrderState before, PolicyBook policies, long now);

    /** The doors of an engine, with nobody watching. */
    static CoreDoor to(Engine engine) {
        return new CoreDoor() {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                return engine.receive(before, event, policies, now);
            }

            @Override
            public Outcome wake(OrderState before, PolicyBook policies, long now) {
                return engine.wake(before, policies, now);
            }
        };
    }
}
