package dev.frist.domain.verdict;

import static dev.frist.domain.Facts.DAY;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.delivered;
import static dev.frist.domain.Facts.extended;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.proposed;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frist.domain.Story;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Evidence;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.decision.Owner;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The blocks that every decision carries. The order is e1, what follows e2, e3, … */
final class PublicationTest {

    private static final Payload ORDER = order(line("L1", 4, 4_000));

    private static List<String> cited(Decision decision) {
        return decision.evidence().stream().map(Evidence::eventId).toList();
    }

    @Test
    void aDecisionCitesTheFactsOfItsOrderAndOfItsReturnAndNoOthers() {
        Story story = Story.of(ORDER)
                .receive(registered("R1", units("L1", 1)))
                .receive(delivered(START))
                .receive(registered("R2", units("L1", 1)))
                .at(START + 1)
                .receive(extended("R2", START + 50 * DAY));

        assertThat(story.last().returnId()).isEqualTo("R2");
        assertThat(cited(story.last())).containsExactlyInAnyOrder("e1", "e3", "e4", "e5");
        assertThat(story.last().evidence()).contains(new Evidence("e5", new Position("t", 0, START + 1)));
    }

    @Test
    void aDecisionCitesTheCorrectionsThatTouchItsReturnAndTheirReversals() {
        Story story = Story.of(ORDER)
                .receive(registered("R1", units("L1", 1)))
                .receive(registered("R2", units("L1", 1)))
                .receive(note("K1", "R1", credit("L1", 1, 1_000)))
                .receive(note("K2", "R2", credit("L1", 1, 1_000)))
                .receive(reversed("K3", "K1"));

        assertThat(story.last().returnId()).isEqualTo("R1");
        assertThat(story.last().type()).isEqualTo(DecisionType.DEADLINE_CHANGED);
        assertThat(cited(story.last())).containsExactlyInAnyOrder("e1", "e2", "e4", "e6");

        story.receive(reversed("K4", "K2"));
        assertThat(story.last().returnId()).isEqualTo("R2");
        assertThat(cited(story.last())).containsExactlyInAnyOrder("e1", "e3", "e5", "e7");
    }

    @Test
    void aCorrectionWithLinesIsCitedByEveryReturnThatItSettled() {
        Story story = Story.of(ORDER)
                .receive(registered("R1", units("L1", 1)))
                .receive(registered("R2", units("L1", 1)))
                .receive(note("K1", credit("L1", 2, 2_000)));

        assertThat(story.all(DecisionType.RESOLVED))
                .extracting(Decision::returnId, PublicationTest::cited)
                .containsExactly(tuple("R1", List.of("e1", "e2", "e4")), tuple("R2", List.of("e1", "e3", "e4")));
    }

    @Test
    void everyDecisionHasAnOwnerASequenceAndAnId() {
        Story story = Story.of(ORDER)
                .at(START + 7)
                .receive(registered("R1", units("L1", 1)))
                .receive(refused("R1"));

        assertThat(story.last().owner()).isEqualTo(new Owner("M1", "DIRECT", "merchant"));
        assertThat(story.last().sequence()).isEqualTo(2);
        assertThat(story.last().decisionId()).isEqualTo(DecisionIds.of("O1", "R1", 2));
        assertThat(story.last().decidedAt()).isEqualTo(START + 7);
        assertThat(story.last().currency()).isEqualTo("SEK");
        assertThat(story.last().orderId()).isEqualTo("O1");
        assertThat(story.last().audience()).containsExactly(Audience.CONSUMER);
        assertThat(story.last().amount()).isEqualTo(1_000);
        assertThat(story.last().explanation().text())
                .isEqualTo(
                        "The merchant refused 1 × L1 worth 10.00 SEK of the return R1 (USED). The refusal can be accepted"
                                + " or contested.");
    }

    @Test
    void aProposalIsForTheOtherParty() {
        Story story = Story.of(ORDER).receive(registered("R1", units("L1", 1)));

        assertThat(story.receive(proposed("R1", "P1", 5)).last().audience()).containsExactly(Audience.CONSUMER);
        assertThat(story.receive(new SettlementProposed("R1", "P2", Party.CONSUMER, 900, true, ""))
                        .last()
                        .audience())
                .containsExactly(Audience.MERCHANT);
        assertThat(story.last().amount()).isEqualTo(900);
        assertThat(story.last().explanation().parameters())
                .containsEntry("proposalId", "P2")
                .containsEntry("by", "CONSUMER");
    }

    @Test
    void anAmountThatFitsNoReturnIsToldOnceInASequenceOfTheOrder() {
        Story story = Story.of(ORDER).receive(amount("K1", null, 7)).receive(amount("K2", null, 8));
        assertThat(story.types()).isEmpty();

        story.at(START + 1).receive(registered("R1", units("L1", 1)));
        assertThat(story.all(DecisionType.CORRECTION_UNMATCHED))
                .extracting(Decision::sequence, Decision::amount, PublicationTest::cited)
                .containsExactly(tuple(1, 7L, List.of("e1", "e2")), tuple(2, 8L, List.of("e1", "e3")));
        Decision last = story.last(DecisionType.CORRECTION_UNMATCHED);
        assertThat(last.decisionId()).isEqualTo(DecisionIds.of("O1", null, 2));
        assertThat(last.returnId()).isNull();
        assertThat(last.topic()).isEqualTo(OutputTopic.NOTICES);
        assertThat(last.audience()).containsExactly(Audience.MERCHANT);
        assertThat(last.review()).isEqualTo(Review.STANDARD);
        assertThat(last.allowedActions())
                .containsExactly("ReturnRegistered", "SettlementAccepted", "CorrectionReversed");
        assertThat(last.explanation().text()).startsWith("The correction K2 of 0.08 SEK fits no return");
        assertThat(last.deadline().due()).isNull();

        story.at(START + 2).receive(registered("R2", units("L1", 1))).wake();
        assertThat(story.all(DecisionType.CORRECTION_UNMATCHED)).hasSize(2);
        story.at(START + 3).receive(amount("K3", null, 9));
        assertThat(story.last().sequence()).isEqualTo(3);
    }

    @Test
    void aReturnThatIsNoCaseMakesNobodyAskForLines() {
        Story story = Story.of(order(line("L1", 1, 1_000)))
                .receive(registered("R1", units("L1", 1)))
                .receive(note("K0", "R1", credit("L1", 1, 1_000)));
        int before = story.types().size();

        story.receive(registered("R2", units("L1", 1)));
        assertThat(story.types()).hasSize(before);
    }

    @Test
    void aReopeningSaysWhatReopened() {
        Story story = Story.of(ORDER)
                .receive(registered("R1", units("L1", 1)))
                .receive(note("K1", "R1", credit("L1", 1, 1_000)))
                .receive(reversed("K2", "K1"));

        assertThat(story.last(DecisionType.REOPENED).ground()).isEqualTo(Ground.CORRECTION_REVERSED);
        assertThat(story.last(DecisionType.REOPENED).amount()).isEqualTo(1_000);
        assertThat(story.last(DecisionType.REOPENED).lines()).hasSize(1);
    }

    @Test
    void theReminderNamesTheEndOfTheEvidenceWindowInTheZoneOfThePolicy() {
        Story story = Story.of(PolicyDraft.draft().anchor(Anchor.SHIPPED), ORDER)
                .receive(registered("R1", units("L1", 1)))
                .runUntil(START + 8 * DAY);

        assertThat(story.last(DecisionType.SHIPMENT_MISSING).explanation().text())
                .isEqualTo(
                        "The goods of the return R1 are to be sent by 2026-03-16 09:00:00 +01:00: nothing is known to"
                                + " have been sent.");
    }
}
