package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.order.OrderState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The step in which a decision was made: the one that comes to it; where the core never does, the last before it; null
     * where nothing had happened yet.
     */
    @Nullable
    Step stepOf(Decision decision) {
        Step last = null;
        for (Step step : steps) {
            boolean isIt = step.outcome().decisions().stream()
                    .anyMatch(made -> made.decisionId().equals(decision.decisionId()));
            if (isIt) {
                return step;
            }
            last = step.now() <= decision.decidedAt() ? step : last;
        }
        return last;
    }

    /**
     * The order's lives: one that was erased or forgotten and is placed again is a new order, whose decisions are numbered
     * from 1 again. Each has the decisions that its steps come to; what no step comes to is with the last.
     */
    List<OrderTrace> lives() {
        List<List<Step>> lives = new ArrayList<>();
        lives.add(new ArrayList<>());
        for (int i = 0; i < steps.size(); i++) {
            lives.get(lives.size() - 1).add(steps.get(i));
            if (steps.get(i).after().isEmpty() && i + 1 < steps.size()) {
                lives.add(new ArrayList<>());
            }
        }
        if (lives.size() == 1) {
            return List.of(this);
        }
        List<Published> left = new ArrayList<>(published);
        List<OrderTrace> traces = new ArrayList<>();
        for (List<Step> life : lives) {
            boolean isLast = traces.size() + 1 == lives.size();
            List<Published> own = isLast ? left : ownOf(life, left);
            traces.add(new OrderTrace(orderId, life, windowAt, inputs, List.copyOf(own)));
        }
        return traces;
    }

    private static List<Published> ownOf(List<Step> life, List<Published> left) {
        List<Published> own = new ArrayList<>();
        for (Step step : life) {
            for (Decision decision : step.outcome().decisions()) {
                left.stream()
                        .filter(each -> each.decision().equals(decision))
                        .findFirst()
                        .ifPresent(own::add);
            }
        }
        left.removeAll(own);
        return own;
    }
}
