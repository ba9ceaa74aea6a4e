package dev.frist.domain.verdict;

import static dev.frist.domain.Facts.DAY;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.accepted;
import static dev.frist.domain.Facts.answered;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.delivered;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.proposed;
import static dev.frist.domain.Facts.received;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.Story;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.PolicyDraft;
import dev.frist.domain.policy.UncontestedRefusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a decision says can still be done. */
final class AllowedActionsTest {

    private static final Payload ORDER = order(line("L1", 2, 2_000));
    private static final Payload RETURN = registered("R1", units("L1", 2));

    private static PolicyDraft shipped() {
        return PolicyDraft.draft().anchor(Anchor.SHIPPED);
    }

    private static List<String> allowed(Story story) {
        return story.last().allowedActions();
    }

    @Test
    void anOpenCaseMayBeCreditedCancelledRefusedExtendedAndSettled() {
        assertThat(allowed(Story.of(ORDER).receive(RETURN)))
                .containsExactly(
                        "OrderCancelled",
                        "ReturnReceived",
                        "ReturnCancelled",
                        "ReturnRefused",
                        "SettlementProposed",
                        "DeadlineExtended",
                        "CreditNoteIssued");
    }

    @Test
    void aCreditedCaseMayBeReversed() {
        Story story = Story.of(ORDER).receive(RETURN).receive(note("K1", credit("L1", 2, 2_000)));

        assertThat(story.last().type()).isEqualTo(DecisionType.RESOLVED);
        assertThat(allowed(story)).containsExactly("SettlementProposed", "SettlementAccepted", "CorrectionReversed");
    }

    @Test
    void theCreditOfAnotherReturnIsNoneOfThisOne() {
        Story story = Story.of(ORDER)
                .receive(registered("R1", units("L1", 1)))
                .receive(note("K1", "R1", credit("L1", 1, 1_000)))
                .receive(registered("R2", units("L1", 1)));

        assertThat(allowed(story)).doesNotContain("CorrectionReversed", "SettlementAccepted");
    }

    @Test
    void aCreditOfAnOpenCaseMayBeAcceptedAsSettlement() {
        Story story = Story.of(ORDER).receive(RETURN).receive(note("K1", credit("L1", 1, 500)));

        assertThat(story.last().type()).isEqualTo(DecisionType.CREDIT_SHORT);
        assertThat(allowed(story)).contains("CorrectionReversed", "SettlementAccepted", "ReturnRefused");
    }

    @Test
    void aProposalMayBeAcceptedUntilItIs() {
        Story story = Story.of(ORDER).receive(RETURN).receive(proposed("R1", "P1", 700));
        assertThat(story.last().type()).isEqualTo(DecisionType.SETTLEMENT_PROPOSED);
        assertThat(allowed(story)).contains("SettlementAccepted");

        story.receive(accepted("R1", "P1"));
        assertThat(allowed(story)).containsExactly("SettlementProposed");
    }

    @Test
    void anotherProposalMayBeAcceptedAfterASettlement() {
        Story story = Story.of(ORDER)
                .receive(RETURN)
                .receive(proposed("R1", "P1", 700))
                .receive(proposed("R1", "P2", 800))
                .receive(accepted("R1", "P1"));

        assertThat(allowed(story)).containsExactly("SettlementProposed", "SettlementAccepted");
    }

    @Test
    void aSettledReturnOffersNoReversal() {
        Story story = Story.of(ORDER)
                .receive(RETURN)
                .receive(note("K1", "R1", credit("L1", 1, 1_000)))
                .receive(proposed("R1", "P1", 1_200))
                .receive(accepted("R1", "P1"));

        assertThat(allowed(story)).doesNotContain("CorrectionReversed", "CreditNoteIssued");
    }

    @Test
    void aCancelledCaseMayOnlyBeSettled() {
        assertThat(allowed(Story.of(ORDER).receive(RETURN).receive(cancelled("R1"))))
                .containsExactly("SettlementProposed");
    }

    @Test
    void aRefusalMayBeAnsweredUntilItIsAccepted() {
        Story story = Story.of(ORDER).receive(RETURN).receive(refused("R1", units("L1", 1)));
        assertThat(story.last().type()).isEqualTo(DecisionType.REFUSAL_RECORDED);
        assertThat(allowed(story)).contains("RefusalAnswered", "ReturnRefused");

        story.receive(answered("R1", Answer.CONTESTED)).wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
        assertThat(allowed(story)).contains("RefusalAnswered");

        story.receive(answered("R1", Answer.ACCEPTED));
        assertThat(story.last().type()).isEqualTo(DecisionType.WITHDRAWN);
        assertThat(allowed(story)).contains("CreditNoteIssued").doesNotContain("RefusalAnswered");
    }

    @Test
    void aRefusalThatWasAcceptedMayNotBeAnsweredAgain() {
        Story story = Story.of(ORDER)
                .receive(RETURN)
                .receive(refused("R1", units("L1", 1)))
                .receive(answered("R1", Answer.ACCEPTED))
                .receive(proposed("R1", "P1", 5));

        assertThat(allowed(story)).doesNotContain("RefusalAnswered").contains("ReturnRefused");
    }

    @Test
    void whatRemainsOfAnAcceptedRefusalMayBeCredited() {
        Story story = Story.of(ORDER).receive(RETURN).receive(refused("R1")).receive(answered("R1", Answer.ACCEPTED));

        assertThat(story.last().type()).isEqualTo(DecisionType.RESOLVED);
        assertThat(allowed(story)).containsExactly("SettlementProposed", "CreditNoteIssued");
    }

    @Test
    void aRefusalOfUnitsThatWereCreditedSinceNeedsNoAnswer() {
        Story story = Story.of(ORDER)
                .receive(registered("R1", units("L1", 2)))
                .receive(refused("R1", units("L1", 1)))
                .receive(note("K1", credit("L1", 1, 1_000)))
                .receive(cancelled("R1", units("L1", 1)));

        assertThat(allowed(story)).doesNotContain("RefusalAnswered");
    }

    @Test
    void aRefusalThatStandsMayNoLongerBeAnswered() {
        PolicyDraft stands = PolicyDraft.draft().refusals(UncontestedRefusal.STANDS);
        Story story = Story.of(stands, ORDER).receive(RETURN).receive(refused("R1", units("L1", 1)));
        assertThat(allowed(story)).contains("RefusalAnswered");

        story.runUntil(START + 40 * DAY);
        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
        assertThat(allowed(story)).doesNotContain("RefusalAnswered");
    }

    @Test
    void theDeadlineMayBeExtendedUntilItHasPassed() {
        Story story = Story.of(ORDER).receive(RETURN);
        long due = story.last().deadline().due();

        assertThat(allowed(story.at(due - 1).receive(proposed("R1", "P1", 5)))).contains("DeadlineExtended");
        assertThat(allowed(story.at(due).receive(proposed("R1", "P2", 6)))).doesNotContain("DeadlineExtended");
    }

    @Test
    void goodsMayBeSentWhereTheWindowCountsFromThemAndNoneWere() {
        assertThat(allowed(Story.of(shipped(), ORDER).receive(RETURN)))
                .contains("ReturnShipped", "ReturnReceived", "ReturnLost")
                .doesNotContain("DeadlineExtended");
        assertThat(allowed(Story.of(shipped(), ORDER).receive(RETURN).receive(new ReturnShipped("R1", "c", "t"))))
                .doesNotContain("ReturnShipped", "ReturnLost")
                .contains("ReturnReceived");
        assertThat(allowed(
                        Story.of(shipped(), ORDER).receive(registered("R1", ReturnKind.NOT_RECEIVED, units("L1", 1)))))
                .doesNotContain("ReturnShipped");
        assertThat(allowed(Story.withoutPolicy(ORDER).receive(RETURN)))
                .doesNotContain("ReturnShipped", "NoticeDelivered", "DeadlineExtended");
    }

    @Test
    void goodsSentUndoTheEndOfTheEvidenceWindow() {
        Story story = Story.of(shipped(), ORDER).receive(RETURN).runUntil(START + 20 * DAY);

        assertThat(story.last().type()).isEqualTo(DecisionType.RESOLVED);
        assertThat(allowed(story))
                .containsExactly(
                        "ReturnShipped", "ReturnReceived", "ReturnLost", "SettlementProposed", "CreditNoteIssued");
    }

    @Test
    void goodsSentDoNotUndoASettlementNorTheReturnWindow() {
        Story settled = Story.of(shipped(), ORDER)
                .receive(RETURN)
                .receive(proposed("R1", "P1", 700))
                .receive(accepted("R1", "P1"));
        assertThat(allowed(settled)).doesNotContain("ReturnShipped");

        Story outside =
                Story.of(shipped(), ORDER).receive(delivered(START - 40 * DAY)).receive(RETURN);
        assertThat(outside.types()).containsExactly(DecisionType.RESOLVED);
        assertThat(allowed(outside)).containsExactly("OrderDelivered", "SettlementProposed", "CreditNoteIssued");
    }

    @Test
    void aFindingMattersForWhatIsNeitherRefusedNorFoundWantingYet() {
        Story damaged = Story.of(ORDER).receive(RETURN).receive(received("R1", "L1", 2, Condition.DAMAGED));
        assertThat(allowed(damaged.receive(proposed("R1", "P1", 5)))).doesNotContain("ReturnReceived");

        Story refused = Story.of(ORDER).receive(RETURN).receive(refused("R1"));
        assertThat(allowed(refused)).doesNotContain("ReturnReceived");
    }

    @Test
    void nothingThatIsSaidLaterLetsTheClockRunWithoutAPolicy() {
        Story story = Story.withoutPolicy(ORDER).receive(RETURN);

        assertThat(allowed(story))
                .containsExactly(
                        "OrderCancelled", "ReturnCancelled", "ReturnRefused", "SettlementProposed", "CreditNoteIssued");
    }

    @Test
    void aClaimThatExceedsTheOrderMayBeRegisteredAnewWhereUnitsAreLeft() {
        Payload earlier = registered("R2", units("L1", 2));
        Story none = Story.of(ORDER).receive(START + 2, RETURN).receive(START + 1, earlier);
        Story some = Story.of(order(line("L1", 2, 2_000), line("L2", 1, 500)))
                .receive(START + 2, RETURN)
                .receive(START + 1, earlier);

        assertThat(none.last(DecisionType.RESOLVED).ground()).isEqualTo(Ground.CLAIM_EXCEEDS_ORDER);
        assertThat(none.last(DecisionType.RESOLVED).allowedActions()).isEmpty();
        assertThat(some.last(DecisionType.RESOLVED).allowedActions()).containsExactly("ReturnRegistered");
    }

    @Test
    void aLaterReturnMayTakeUpCreditThatMakesGoodWhatIsMissing() {
        Story story = Story.of(order(line("L1", 2, 2_000)))
                .receive(registered("R1", units("L1", 1)))
                .receive(note("K1", "R1", credit("L1", 2, 1_000)));

        assertThat(story.last(DecisionType.RESOLVED).allowedActions()).contains("ReturnRegistered");
    }

    @Test
    void aReversalThatWaitingCreditMakesGoodChangesNothing() {
        Story story = Story.of(order(line("L1", 1, 1_000)))
                .receive(registered("R1", units("L1", 1)))
                .receive(note("K1", "R1", credit("L1", 1, 1_000)))
                .receive(note("K2", "R1", credit("L1", 1, 1_000)));

        assertThat(story.last().type()).isEqualTo(DecisionType.OVER_CREDITED);
        assertThat(allowed(story)).doesNotContain("CorrectionReversed");
    }

    @Test
    void aReceiptHelpsOnlyWhileOneIsRequiredAndMissing() {
        assertThat(allowed(Story.of(PolicyDraft.draft().receipt(true), ORDER).receive(RETURN)))
                .contains("NoticeDelivered");
        assertThat(allowed(Story.of(ORDER).receive(RETURN))).doesNotContain("NoticeDelivered");
    }
}
