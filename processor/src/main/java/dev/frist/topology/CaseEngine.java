package dev.frist.topology;

import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;

/** The domain's engine as the topology sees it: pure, and the same for every record and wake-up. */
public interface CaseEngine {

    /** The engine of the domain. */
    static CaseEngine of(Engine engine) {
        return new CaseEngine() {
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

    /** Takes in a record and evaluates the order; {@code now} is epoch millis. */
    Outcome receive(OrderState before, Event event, PolicyBook policies, long now);

    /** Evaluates the order at a wake-up for which the input is complete up to {@code now} (epoch millis). */
    Outcome wake(OrderState before, PolicyBook policies, long now);
}
