package dev.frist.domain.ledger;

import dev.frist.domain.fact.Fact;
import java.util.function.ToLongFunction;

/**
 * What the policy of a case, its deadline and what was told mean for its units and money. All times are epoch millis;
 * {@link #NEVER} for an instant that does not come.
 *
 * @param tolerance minor units within which amounts are taken as equal
 * @param maxReturnFee minor units that the merchant may keep
 * @param outsideWindow whether the return was registered after the return window
 * @param notSentAt when the evidence window ended without goods sent
 * @param due the deadline by which a refusal is in time
 * @param grace milliseconds that an answer is given for transport
 * @param refusalsStand whether an unanswered refusal that was made in time stands by itself
 * @param standsAt when the refusal of that fact stands by itself, if it is not answered
 */
public record Terms(
        long tolerance,
        long maxReturnFee,
        boolean outsideWindow,
        long notSentAt,
        long due,
        long grace,
        boolean refusalsStand,
        ToLongFunction<Fact> standsAt) {

    /** An instant that does not come. */
    public static final long NEVER = Long.MAX_VALUE;
}
