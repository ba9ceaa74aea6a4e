package dev.frist.demo;

import org.jspecify.annotations.Nullable;

/**
 * What the demo shows of a decision. Amounts are minor units.
 *
 * @param topic the topic it was read from, without prefix
 * @param decidedAt epoch millis
 * @param due the deadline in epoch millis, where one is known
 * @param policy {@code policyId@version}, where the case is pinned to one
 * @param humanReview whether a human must look at it
 */
record DecisionView(
        Topic topic,
        String type,
        @Nullable String ground,
        String orderId,
        @Nullable String returnId,
        String merchantId,
        long decidedAt,
        int units,
        long amount,
        @Nullable Long due,
        @Nullable String policy,
        long held,
        long payable,
        boolean humanReview) {

    /** Where a decision was read. */
    enum Topic {
        DISPUTES,
        RESOLUTIONS,
        NOTICES
    }

    /** The return, in a form that names it among all. */
    String key() {
        return Tally.key(orderId, returnId);
    }
}
