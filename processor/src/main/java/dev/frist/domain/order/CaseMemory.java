package dev.frist.domain.order;

import dev.frist.domain.decision.Ground;
import dev.frist.domain.policy.PolicyRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was published for one return: the only thing with a memory, since everything else follows from the facts. Times
 * are epoch millis, {@link #NEVER} where nothing happened yet; amounts are minor units.
 *
 * @param sequence the sequence number last used
 * @param pinned the policy version that the case is pinned to for good
 * @param openedAt when RETURN_OPENED went out
 * @param openedSequence the sequence number of RETURN_OPENED, 0 before; its decisionId is what a receipt names
 * @param noPolicyTold whether NO_POLICY went out
 * @param dues the due dates published, in the order of publication
 * @param resolution the resolution last published
 * @param reopenedAt when the case was first reopened
 * @param dispute the dispute that stands open
 * @param refusalsRecorded when REFUSAL_RECORDED went out, by the refusal's eventId
 * @param proposalsTold the proposals (eventId) for which SETTLEMENT_PROPOSED went out
 * @param creditShortTold the amount last told as CREDIT_SHORT, 0 before
 * @param overCreditedTold the amount last told as OVER_CREDITED, 0 before
 * @param unprovenDue the due date for which NOTICE_UNPROVEN went out
 * @param excessTold whether the registration was dead-lettered as CLAIM_EXCEEDS_ORDER
 */
public record CaseMemory(
        int sequence,
        @Nullable PolicyRef pinned,
        long openedAt,
        int openedSequence,
        boolean noPolicyTold,
        List<DueDate> dues,
        @Nullable PublishedResolution resolution,
        long reopenedAt,
        @Nullable PublishedDispute dispute,
        Map<String, Long> refusalsRecorded,
        Set<String> proposalsTold,
        long creditShortTold,
        long overCreditedTold,
        long unprovenDue,
        boolean excessTold) {

    /** No such moment. */
    public static final long NEVER = Long.MIN_VALUE;

    /** A case for which nothing was published yet. */
    public static final CaseMemory NONE = new CaseMemory(
            0, null, NEVER, 0, false, List.of(), null, NEVER, null, Map.of(), Set.of(), 0, 0, NEVER, false);

    /** Whether the registration became a dead letter whole: no units of it were left, at first or later. */
    public boolean isWhollyExcess() {
        boolean resolvedAsExcess =
                resolution != null && resolution.isResolved() && resolution.ground() == Ground.CLAIM_EXCEEDS_ORDER;
        return excessTold && (sequence == 0 || resolvedAsExcess);
    }

    /** The same case, whose registration comes anew; what was published for it keeps its numbers. */
    public CaseMemory withoutExcess() {
        return new CaseMemory(
                sequence,
                pinned,
                openedAt,
                openedSequence,
                noPolicyTold,
                dues,
                resolution,
                reopenedAt,
                dispute,
                refusalsRecorded,
                proposalsTold,
                creditShortTold,
                overCreditedTold,
                unprovenDue,
                false);
    }
}
