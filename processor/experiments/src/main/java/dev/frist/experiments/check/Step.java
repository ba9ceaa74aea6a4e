package dev.frist.experiments.check;

import dev.frist.domain.fact.Event;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import org.jspecify.annotations.Nullable;

/**
 * A record that was taken in, or a wake-up, as the core judges it.
 *
 * @param event null for a wake-up
 * @param before the state by the core's own reckoning
 * @param now epoch millis
 */
record Step(@Nullable Event event, OrderState before, PolicyBook policies, long now, Outcome outcome) {

    OrderState after() {
        return outcome.after();
    }
}
