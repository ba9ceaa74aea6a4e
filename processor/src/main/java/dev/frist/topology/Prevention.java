package dev.frist.topology;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.state.StoredOrder;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which disputes a record prevented. A case counts once something was told to be due for it, and only if no dispute
 * stood open: what a record ended after the dispute is not prevented but withdrawn.
 */
final class Prevention {

    private static final Logger LOG = LoggerFactory.getLogger(Prevention.class);

    /** Ends that somebody brought about; the others say that there was no case. */
    private static final Set<Ground> ENDS =
            EnumSet.of(Ground.CREDITED, Ground.CANCELLED, Ground.SETTLED, Ground.REFUSAL_ACCEPTED);

    private final CaseEngine engine;
    private final Telemetry telemetry;

    Prevention(CaseEngine engine, Telemetry telemetry) {
        this.engine = engine;
        this.telemetry = telemetry;
    }

    /**
     * Judges what a record led to. Where the order was due already, it is worked out what judging by the clock alone would
     * have done: the engine is a pure function, so what it is asked has no effect.
     */
    void judge(StoredOrder before, Outcome outcome, PolicyBook policies, long now) {
        Set<String> lastMoment = outcome.after().isEmpty() || before.windowAt() > now
                ? Set.of()
                : preventedAtTheLastMoment(before.state(), outcome.after(), policies, now);
        lastMoment.forEach(returnId -> telemetry.prevented(Prevented.LAST_MOMENT));
        for (Decision decision : outcome.decisions()) {
            String returnId = decision.returnId();
            if (returnId == null || lastMoment.contains(returnId) || !isEnd(decision)) {
                continue;
            }
            CaseMemory memory = before.state().cases().get(returnId);
            if (memory != null && isRunning(memory)) {
                telemetry.prevented(
                        now <= memory.dues().get(memory.dues().size() - 1).due()
                                ? Prevented.IN_WINDOW
                                : Prevented.IN_GRACE);
            }
        }
    }

    private static boolean isEnd(Decision decision) {
        return decision.type() == DecisionType.RESOLVED
                && decision.ground() != null
                && ENDS.contains(decision.ground());
    }

    private static boolean isRunning(CaseMemory memory) {
        boolean isResolved = memory.resolution() != null && memory.resolution().isResolved();
        return !isResolved && memory.dispute() == null && !memory.dues().isEmpty();
    }

    private Set<String> preventedAtTheLastMoment(OrderState before, OrderState after, PolicyBook policies, long now) {
        Set<String> prevented = opened(before, policies, now);
        if (!prevented.isEmpty()) {
            prevented.removeAll(opened(after, policies, now));
        }
        return prevented;
    }

    /** The returns for which a wake-up at that instant would open a dispute. */
    private Set<String> opened(OrderState order, PolicyBook policies, long now) {
        Set<String> opened = new HashSet<>();
        try {
            for (Decision decision : engine.wake(order, policies, now).decisions()) {
                if (decision.type() == DecisionType.OPENED && decision.returnId() != null) {
                    opened.add(decision.returnId());
                }
            }
        } catch (RuntimeException | StackOverflowError unjudged) {
            // A figure is not worth a record.
            LOG.debug("It could not be told what a record prevented", unjudged);
        }
        return opened;
    }
}
