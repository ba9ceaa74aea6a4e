package dev.frist.experiments.check;

import dev.frist.domain.order.OrderState;
import java.util.List;

/**
 * An order's life as the core reckons it, beside what was published about it.
 *
 * @param steps in their order
 * @param windowAt where its entry in the handling windows lies in the end, epoch millis
 * @param inputs the events under its key
 * @param published what was published about it, topic by topic
 */
record OrderTrace(String orderId, List<Step> steps, long windowAt, List<Taken> inputs, List<Published> published) {

    /** The state after so many steps. */
    OrderState state(int steps) {
        return steps == 0
                ? OrderState.unknown(orderId)
                : this.steps.get(steps - 1).after();
    }

    OrderState last() {
        return state(steps.size());
    }
}
