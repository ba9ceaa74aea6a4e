package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Emptied;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.Settlement;
import dev.frist.domain.ledger.Terms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case ends: the rows of the verdict table that publish a resolution. A settlement goes before every other end; a
 * case that ended by a window or a refusal and is then credited whole ends CREDITED; else a mixed end takes the ground
 * of the last fact that emptied the case.
 *
 * @param amount minor units that the consumer is credited, net, or has agreed to
 * @param lines the units that the ground speaks of
 * @param at when it was resolved, epoch millis: when what resolved it occurred
 */
record Ending(Ground ground, long amount, List<DecisionLine> lines, long at) {

    /** Whether the case had ended for want of goods before this: neither an agreement nor a credit. */
    boolean isOvertakenBy(long evidenceEnd) {
        return at > evidenceEnd
                && (ground == Ground.CANCELLED || ground == Ground.REFUSAL_ACCEPTED || ground == Ground.REFUSAL_STANDS);
    }

    /** Whether a case that ends on that ground was none. */
    static boolean isNoCase(Ground ground) {
        return ground == Ground.OUTSIDE_WINDOW || ground == Ground.NOT_SENT || ground == Ground.CLAIM_EXCEEDS_ORDER;
    }

    /**
     * Whether this end leaves units to a refusal that stands which the end before had not: there was no case, or some of
     * the units had been credited and are no longer. Late news that only changes the ground gives nothing back.
     *
     * @param creditedBefore minor units that the consumer was credited, net, in the end before
     */
    boolean givesBackToRefusal(Claim claim, Ground before, long creditedBefore) {
        boolean stands = ground == Ground.REFUSAL_STANDS;
        boolean byRefusal = stands || ground == Ground.REFUSAL_ACCEPTED;
        boolean overtaken = stands && before != ground;
        return (stands && isNoCase(before))
                || (byRefusal && amount < creditedBefore && (overtaken || claim.hasUnitsBackSinceRefusalStood()));
    }

    /** The end of a case at an instant, if this is its claim; null while it is open. */
    static @Nullable Ending of(Case returned, Claim claim, long asOf) {
        Settlement settlement = claim.settlement();
        if (settlement != null) {
            return new Ending(Ground.SETTLED, settlement.amount(), claim.claimedUnits(), settlement.at());
        }
        if (claim.isVoid()) {
            return new Ending(
                    Ground.CLAIM_EXCEEDS_ORDER,
                    0,
                    List.of(),
                    returned.registration().at());
        }
        Emptied emptied = claim.emptied();
        boolean nothing = claim.outstanding().isNothing();
        long creditedAt =
                nothing && emptied != null && emptied.ground() == Ground.CREDITED ? emptied.at() : Terms.NEVER;
        boolean credited = creditedAt != Terms.NEVER;
        if (claim.terms().outsideWindow()) {
            return credited && claim.isCredited()
                    ? credited(claim, creditedAt)
                    : notOwed(
                            Ground.OUTSIDE_WINDOW,
                            claim,
                            returned.registration().at());
        }
        long notSentAt = claim.terms().notSentAt();
        boolean notSent = notSentAt != Terms.NEVER && asOf >= notSentAt;
        boolean endedBefore = nothing && emptied != null && (credited || emptied.at() <= notSentAt);
        if (notSent && !endedBefore) {
            return notOwed(Ground.NOT_SENT, claim, notSentAt);
        }
        if (nothing) {
            return emptied(claim, emptied, asOf);
        }
        Moment erasure = returned.erasure();
        return erasure == null
                ? null
                : new Ending(
                        Ground.ERASED, claim.money(), claim.units(group -> !group.isRefusedForGood()), erasure.at());
    }

    private static Ending emptied(Claim claim, @Nullable Emptied emptied, long asOf) {
        Ground ground = emptied == null ? Ground.REFUSAL_STANDS : emptied.ground();
        long at = emptied == null ? asOf : emptied.at();
        boolean refusedLeft = !claim.units(group -> group.isRefusedForGood()).isEmpty();
        if (ground == Ground.CANCELLED) {
            return new Ending(ground, claim.money(), claim.cancelledUnits(), at);
        }
        if (refusedLeft && (ground == Ground.REFUSAL_ACCEPTED || ground == Ground.REFUSAL_STANDS)) {
            return new Ending(ground, claim.money(), claim.units(group -> group.isRefusedForGood()), at);
        }
        return credited(claim, at);
    }

    private static Ending credited(Claim claim, long at) {
        return new Ending(Ground.CREDITED, claim.money(), claim.creditedUnits(), at);
    }

    private static Ending notOwed(Ground ground, Claim claim, long at) {
        return new Ending(ground, claim.money(), claim.units(group -> true), at);
    }
}
