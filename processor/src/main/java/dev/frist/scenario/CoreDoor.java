package dev.frist.scenario;

import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;

/** The two ways into the core, so that the clock can be tested against a script. */
interface CoreDoor {

    Outcome receive(OrderState before, Event event, PolicyBook policies, long now);

    Outcome wake(OrderState before, PolicyBook policies, long now);

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
