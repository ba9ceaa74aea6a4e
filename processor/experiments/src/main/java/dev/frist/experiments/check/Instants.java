package dev.frist.experiments.check;

import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.verdict.DecisionIds;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * When a step can have happened. What a step published tells it; one that published nothing is the same whenever it
 * happened, but for a wake-up that it may have asked for at once.
 */
final class Instants {

    private static final int LAST_WORDS = 3;

    private final Set<Long> found = new LinkedHashSet<>();

    private Instants() {}

    /**
     * The instants (epoch millis) that are worth trying for a step that led to a state, the likeliest first.
     *
     * @param writtenAt the timestamp of the changelog's record
     */
    static Set<Long> of(OrderState before, OrderState after, long writtenAt, Outputs outputs) {
        Instants instants = new Instants();
        if (after.judgedUntil() != before.judgedUntil()) {
            instants.add(after.judgedUntil());
        }
        after.cases().forEach((returnId, memory) -> {
            CaseMemory earlier = before.cases().getOrDefault(returnId, CaseMemory.NONE);
            for (int sequence = earlier.sequence() + 1; sequence <= memory.sequence(); sequence++) {
                instants.decided(outputs, DecisionIds.of(after.orderId(), returnId, sequence));
            }
            instants.remembered(earlier, memory);
        });
        if (after.isEmpty()) {
            // An order's last words, which nothing remembers.
            before.cases().forEach((returnId, memory) -> {
                for (int more = 1; more <= LAST_WORDS; more++) {
                    instants.decided(outputs, DecisionIds.of(after.orderId(), returnId, memory.sequence() + more));
                }
            });
        }
        for (int sequence = before.sequence() + 1; sequence <= after.sequence(); sequence++) {
            instants.decided(outputs, DecisionIds.of(after.orderId(), null, sequence));
        }
        if (before.wakeAt() != OrderState.NO_WAKE_UP) {
            instants.add(before.wakeAt());
        }
        instants.add(writtenAt);
        if (after.wakeAt() != OrderState.NO_WAKE_UP) {
            instants.add(after.wakeAt());
        }
        return instants.found;
    }

    private void decided(Outputs outputs, UUID decisionId) {
        outputs.of(decisionId).forEach(published -> add(published.decision().decidedAt()));
    }

    private void remembered(CaseMemory before, CaseMemory after) {
        if (after.openedAt() != before.openedAt()) {
            add(after.openedAt());
        }
        if (after.reopenedAt() != before.reopenedAt()) {
            add(after.reopenedAt());
        }
        for (DueDate due : after.dues()) {
            if (!before.dues().contains(due)) {
                add(due.publishedAt());
            }
        }
        PublishedDispute dispute = after.dispute();
        if (dispute != null && before.dispute() == null) {
            add(dispute.openedAt());
        }
        for (Map.Entry<String, Long> told : after.refusalsRecorded().entrySet()) {
            if (!before.refusalsRecorded().containsKey(told.getKey())) {
                add(told.getValue());
            }
        }
    }

    private void add(long instant) {
        found.add(instant);
    }
}
