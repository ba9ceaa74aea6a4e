package dev.frist.domain.verdict;

import static dev.frist.domain.Facts.DAY;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.accepted;
import static dev.frist.domain.Facts.answered;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.delivered;
import static dev.frist.domain.Facts.extended;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.proposed;
import static dev.frist.domain.Facts.received;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.Story;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.policy.PolicyDraft;
import dev.frist.domain.policy.UncontestedRefusal;
import org.junit.jupiter.api.Test;

/** A dispute while it stands, and why it is withdrawn. The deadline is 20 days after the registration, to the second. */
final class WithdrawalTest {

    private static final long DUE = START + 20 * DAY;
    private static final long LATER = START + 30 * DAY;
    private static final Payload ORDER = order(line("L1", 2, 2_000), line("L2", 1, 500));

    private static PolicyDraft exact() {
        return PolicyDraft.draft()
                .zone("UTC")
                .handling("PT480H")
                .notice("PT120H")
                .reminders();
    }

    private static Story disputed() {
        return disputed(exact());
    }

    private static Story disputed(PolicyDraft policy) {
        Story story = Story.of(policy, ORDER)
                .receive(registered("R1", units("L1", 2)))
                .runUntil(LATER);
        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
        assertThat(story.last().ground()).isEqualTo(Ground.MERCHANT_SILENT);
        return story;
    }

    private static Ground withdrawn(Story story) {
        return story.last(DecisionType.WITHDRAWN).ground();
    }

    @Test
    void aCreditInTimeThatArrivesLateShowsAnErrorAndOneAMomentLaterDoesNot() {
        assertThat(withdrawn(disputed().receive(DUE, note("K1", credit("L1", 2, 2_000)))))
                .isEqualTo(Ground.OPENED_IN_ERROR);
        assertThat(withdrawn(disputed().receive(DUE + 1, note("K1", credit("L1", 2, 2_000)))))
                .isEqualTo(Ground.RESOLVED_LATE);
    }

    @Test
    void aCancellationOrASettlementAfterTheDeadlineIsTheGround() {
        assertThat(withdrawn(disputed().receive(cancelled("R1")))).isEqualTo(Ground.CANCELLED);
        assertThat(withdrawn(disputed().receive(proposed("R1", "P1", 5)).receive(accepted("R1", "P1"))))
                .isEqualTo(Ground.SETTLED);
        assertThat(withdrawn(disputed().receive(DUE - 1, cancelled("R1")))).isEqualTo(Ground.OPENED_IN_ERROR);
    }

    @Test
    void ifOnlyAPartOccurredInTimeTheLastFactDecides() {
        Story story = disputed()
                .receive(DUE - 1, note("K1", credit("L1", 1, 1_000)))
                .receive(note("K2", credit("L1", 1, 1_000)));

        assertThat(story.types()).contains(DecisionType.REDUCED);
        assertThat(withdrawn(story)).isEqualTo(Ground.RESOLVED_LATE);
    }

    @Test
    void anExtensionThatOccurredInTimeShowsAnErrorAndTheCaseGoesOn() {
        Story story = disputed().receive(DUE, extended("R1", LATER + 5 * DAY));

        assertThat(withdrawn(story)).isEqualTo(Ground.OPENED_IN_ERROR);
        assertThat(story.types()).doesNotContain(DecisionType.RESOLVED);
        assertThat(story.last(DecisionType.WITHDRAWN).amount()).isEqualTo(2_000);
        assertThat(story.last(DecisionType.WITHDRAWN).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.ground()).isNull());
        assertThat(story.last(DecisionType.WITHDRAWN).review()).isEqualTo(Review.STANDARD);

        story.runUntil(LATER + 6 * DAY);
        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
    }

    @Test
    void aRefusalMadeInTimeThatStandsByItselfShowsAnErrorOnceItWaits() {
        Story story = disputed(exact().refusals(UncontestedRefusal.STANDS)).receive(DUE, refused("R1"));

        assertThat(withdrawn(story)).isEqualTo(Ground.OPENED_IN_ERROR);
        assertThat(story.types()).contains(DecisionType.REFUSAL_RECORDED);
        story.runUntil(LATER + 10 * DAY);
        assertThat(story.last().type()).isEqualTo(DecisionType.RESOLVED);
        assertThat(story.last().ground()).isEqualTo(Ground.REFUSAL_STANDS);
        assertThat(story.last().lines()).hasSize(1);
    }

    @Test
    void aReturnThatProvesToBeNoCaseWasDisputedInErrorWhateverTheTime() {
        Story story = Story.of(exact(), ORDER)
                .receive(registered("R1", units("L2", 1)))
                .runUntil(LATER)
                .receive(START - DAY, registered("R0", units("L2", 1)));

        assertThat(withdrawn(story)).isEqualTo(Ground.OPENED_IN_ERROR);
        assertThat(story.all(DecisionType.RESOLVED))
                .extracting(Decision::ground)
                .containsExactly(Ground.CLAIM_EXCEEDS_ORDER);
    }

    @Test
    void aDisputeOverContestedUnitsEndsWithTheirRefusalAccepted() {
        Story story = Story.of(exact(), ORDER)
                .receive(registered("R1", units("L1", 2)))
                .receive(refused("R1", units("L1", 1)))
                .receive(answered("R1", Answer.CONTESTED))
                .wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
        assertThat(story.last().ground()).isEqualTo(Ground.MERCHANT_REFUSED);
        assertThat(story.last().review()).isEqualTo(Review.HUMAN_REQUIRED);
        assertThat(story.last().amount()).isEqualTo(1_000);

        story.at(START + DAY).receive(note("K1", credit("L1", 2, 2_000)));
        assertThat(withdrawn(story)).isEqualTo(Ground.RESOLVED_LATE);
        assertThat(story.last().type()).isEqualTo(DecisionType.RESOLVED);
        assertThat(story.last().ground()).isEqualTo(Ground.CREDITED);
    }

    @Test
    void aDisputeShrinksAtOnceAndGrowsOnlyAtAWakeUp() {
        Story story = disputed().receive(note("K1", credit("L1", 1, 1_000)));
        assertThat(story.last().type()).isEqualTo(DecisionType.REDUCED);
        assertThat(story.last().ground()).isEqualTo(Ground.CREDIT_SHORT);
        assertThat(story.last().amount()).isEqualTo(1_000);

        int published = story.types().size();
        story.receive(reversed("K2", "K1"));
        assertThat(story.types()).hasSize(published);
        assertThat(story.wakeAt()).isLessThanOrEqualTo(LATER);

        story.wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.REVISED);
        assertThat(story.last().amount()).isEqualTo(2_000);
        assertThat(story.last().ground()).isEqualTo(Ground.MERCHANT_SILENT);
    }

    @Test
    void aFindingRevisesTheDisputeAndAsksForAPerson() {
        Story story =
                disputed().receive(received("R1", "L1", 2, Condition.DAMAGED)).wake();

        assertThat(story.last().type()).isEqualTo(DecisionType.REVISED);
        assertThat(story.last().ground()).isEqualTo(Ground.GOODS_CONTESTED);
        assertThat(story.last().review()).isEqualTo(Review.HUMAN_REQUIRED);
    }

    @Test
    void aLateDeliveryLeavesTheDispute() {
        Story story = disputed();
        int published = story.types().size();

        assertThat(story.receive(delivered(START - 50 * DAY)).types()).hasSize(published);
    }
}
