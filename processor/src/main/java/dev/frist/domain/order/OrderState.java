package dev.frist.domain.order;

import dev.frist.domain.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is kept of an order. Which facts are parked is not stored: it follows from the facts.
 *
 * @param facts in the order of arrival, parked ones among them; no two with the same eventId
 * @param cases what was published, by returnId
 * @param sequence the sequence number last used for decisions that concern no return
 * @param unmatchedTold the corrections (correctionId) for which CORRECTION_UNMATCHED went out
 * @param judgedUntil the instant of the last wake-up, epoch millis: what a clock alone decides is decided up to here
 * @param wakeAt when the order wants to be woken next, epoch millis; {@link #NO_WAKE_UP} for never
 */
public record OrderState(
        String orderId,
        List<Fact> facts,
        Map<String, CaseMemory> cases,
        int sequence,
        Set<String> unmatchedTold,
        long judgedUntil,
        long wakeAt) {

    /** The order wants no wake-up. */
    public static final long NO_WAKE_UP = Long.MAX_VALUE;

    /** An order of which nothing is known. */
    public static OrderState unknown(String orderId) {
        return new OrderState(orderId, List.of(), Map.of(), 0, Set.of(), Long.MIN_VALUE, NO_WAKE_UP);
    }

    /** Whether there is nothing to keep: the order is forgotten, or was never known. */
    public boolean isEmpty() {
        return facts.isEmpty();
    }
}
