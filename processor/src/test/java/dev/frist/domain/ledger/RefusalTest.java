package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.accepted;
import static dev.frist.domain.Facts.answered;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.received;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static dev.frist.domain.ledger.Ledgers.TERMS;
import static dev.frist.domain.ledger.Ledgers.at;
import static dev.frist.domain.ledger.Ledgers.claim;
import static dev.frist.domain.ledger.Ledgers.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import org.junit.jupiter.api.Test;

/** What refusals, answers and findings mean for the units. */
final class RefusalTest {

    private static Ledgers fourShirts() {
        return Ledgers.of(order(line("L1", 4, 4_002)));
    }

    @Test
    void unitsOfAnAcceptedRefusalMayBeClaimedAgain() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 4)))
                .then(refused("R1", units("L1", 3)))
                .then(answered("R1", Answer.ACCEPTED))
                .then(registered("R2", units("L1", 4)))
                .fold();

        assertThat(claim(ledger, "R2").excess()).containsEntry("L1", 1);
    }

    @Test
    void aFindingIsAnyConditionOtherThanAsSold() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 1, 100), line("L2", 1, 100)))
                .then(registered("R1", units("L1", 1), units("L2", 1)))
                .then(received("R1", "L1", 1, Condition.AS_SOLD))
                .then(received("R1", "L2", 1, Condition.EMPTY_PACKAGE))
                .fold();

        assertThat(claim(ledger, "R1").hasFinding("L1")).isFalse();
        assertThat(claim(ledger, "R1").hasFinding("L2")).isTrue();
    }

    @Test
    void aRefusalStandsFromItsInstantAndInJudgingAfterTheGraceForTheAnswer() {
        Terms standing = new Terms(100, 0, false, Terms.NEVER, at(2), 10, true, refusal -> at(5));
        Ledgers ledgers = fourShirts()
                .under("R1", standing)
                .then(registered("R1", units("L1", 2)))
                .then(refused("R1"));

        assertThat(claim(ledgers.fold(at(5) + 9), "R1").outstanding().units()).isEqualTo(2_001);
        Claim stood = claim(ledgers.fold(at(5) + 10), "R1");
        assertThat(stood.outstanding().isNothing()).isTrue();
        assertThat(stood.units(UnitGroup::isRefusedForGood)).containsExactly(priced("L1", 2, 2_001));
        assertThat(stood.refusals().get(0).inTime()).isTrue();
        assertThat(stood.refusals().get(0).mayStand()).isTrue();
        assertThat(stood.refusals().get(0).standsAt()).isEqualTo(at(5));
    }

    @Test
    void unitsThatAReversalGivesBackOnceTheRefusalStoodAreToldFromThoseBefore() {
        Claim stood = withOneOfTwoUnitsGivenBackAt4(at(4));
        Claim notYet = withOneOfTwoUnitsGivenBackAt4(at(5));

        assertThat(stood.outstanding().isNothing()).isTrue();
        assertThat(stood.hasUnitsBackSinceRefusalStood()).isTrue();
        assertThat(notYet.outstanding().isNothing()).isTrue();
        assertThat(notYet.hasUnitsBackSinceRefusalStood()).isFalse();
    }

    private static Claim withOneOfTwoUnitsGivenBackAt4(long standsAt) {
        Terms standing = new Terms(100, 0, false, Terms.NEVER, at(2), 10, true, refusal -> standsAt);
        return claim(
                fourShirts()
                        .under("R1", standing)
                        .then(registered("R1", units("L1", 2)))
                        .then(refused("R1"))
                        .then(note("K1", credit("L1", 1, 1_000)))
                        .then(reversed("K2", "K1"))
                        .fold(at(9)),
                "R1");
    }

    @Test
    void aRefusalAfterTheDeadlineDoesNotStand() {
        Terms standing = new Terms(100, 0, false, Terms.NEVER, at(2) - 1, 10, true, refusal -> at(5));
        Claim claim = claim(
                fourShirts()
                        .under("R1", standing)
                        .then(registered("R1", units("L1", 2)))
                        .then(refused("R1"))
                        .fold(at(9)),
                "R1");

        assertThat(claim.refusals().get(0).inTime()).isFalse();
        assertThat(claim.refusals().get(0).mayStand()).isFalse();
        assertThat(claim.refusals().get(0).standsAt()).isEqualTo(Terms.NEVER);
        assertThat(claim.outstanding().units()).isEqualTo(2_001);
    }

    @Test
    void anAnswerByTheInstantAtWhichItStandsCounts() {
        Terms standing = new Terms(100, 0, false, Terms.NEVER, at(2), 10, true, refusal -> at(3));
        Ledgers inTime = fourShirts()
                .under("R1", standing)
                .then(registered("R1", units("L1", 2)))
                .then(refused("R1"))
                .then(answered("R1", Answer.CONTESTED));
        assertThat(claim(inTime.fold(at(9)), "R1").refusals().get(0).isContested())
                .isTrue();

        Terms before = new Terms(100, 0, false, Terms.NEVER, at(2), 10, true, refusal -> at(3) - 1);
        Refusal late =
                claim(inTime.under("R1", before).fold(at(9)), "R1").refusals().get(0);
        assertThat(late.isContested()).isFalse();
        assertThat(late.isUnanswered()).isTrue();
    }

    @Test
    void anAcceptedRefusalIsFinalAndAContestedOneMayStillBeAccepted() {
        Ledgers accepted = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(refused("R1"))
                .then(answered("R1", Answer.ACCEPTED))
                .then(answered("R1", Answer.CONTESTED));
        assertThat(claim(accepted.fold(), "R1").refusals().get(0).isAccepted()).isTrue();

        Ledgers contested = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(refused("R1"))
                .then(answered("R1", Answer.CONTESTED));
        assertThat(claim(contested.fold(), "R1").refusals().get(0).isAccepted()).isFalse();
        assertThat(claim(contested.then(answered("R1", Answer.ACCEPTED)).fold(), "R1")
                        .refusals()
                        .get(0)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aRefusalOfAReturnThatEndedHasNoEffect() {
        Terms outside = new Terms(100, 0, true, Terms.NEVER, Terms.NEVER, 0, false, refusal -> Terms.NEVER);
        Claim claim = claim(
                fourShirts()
                        .under("R1", outside)
                        .then(registered("R1", units("L1", 2)))
                        .then(refused("R1"))
                        .fold(),
                "R1");

        assertThat(claim.refusals()).hasSize(1);
        assertThat(claim.refusals().get(0).effect()).isEmpty();
        assertThat(claim.units(group -> group.refusal() != null)).isEmpty();
        assertThat(claim.terms().tolerance()).isEqualTo(TERMS.tolerance());
    }
}
