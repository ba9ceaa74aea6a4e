package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.answered;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.orderCancelled;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static dev.frist.domain.ledger.Ledgers.at;
import static dev.frist.domain.ledger.Ledgers.claim;
import static dev.frist.domain.ledger.Ledgers.left;
import static dev.frist.domain.ledger.Ledgers.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.CorrectionReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which returns a correction settles. */
final class AllocationTest {

    private static Ledgers fourShirts() {
        return Ledgers.of(order(line("L1", 4, 4_002)));
    }

    @Test
    void aCreditOfAllUnitsEmptiesTheCase() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 3)))
                .then(note("K1", credit("L1", 3, 3_001)))
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(claim.outstanding().isNothing()).isTrue();
        assertThat(claim.creditedUnits()).containsExactly(priced("L1", 3, 3_001));
        assertThat(claim.money()).isEqualTo(3_001);
        assertThat(claim.emptied()).isEqualTo(claim.reduced(claim.lineIds()));
        assertThat(claim.emptied().ground()).isEqualTo(Ground.CREDITED);
        assertThat(claim.emptied().at()).isEqualTo(at(2));
        assertThat(claim.overCredited()).isZero();
        assertThat(ledger.credits().get(0).unallocated()).isZero();
    }

    @Test
    void whatReducedOneLineIsNotWhatReducedAnother() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 2, 2_000), line("L2", 2, 500)))
                .then(registered("R1", units("L1", 2), units("L2", 2)))
                .then(note("K1", credit("L1", 1, 1_000)))
                .then(note("K2", credit("L2", 1, 250)))
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(claim.reduced(List.of("L1")).at()).isEqualTo(at(2));
        assertThat(claim.reduced(List.of("L2", "L1")).at()).isEqualTo(at(3));
        assertThat(claim.reduced(List.of()).at()).isEqualTo(at(3));
    }

    @Test
    void aCreditSettlesTheOldestOpenReturnFirstAndTheRestWaits() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 9, 9_000)))
                .then(registered("R1", units("L1", 2)))
                .then(registered("R2", units("L1", 2)))
                .then(note("K1", credit("L1", 5, 5_000)))
                .then(registered("R3", units("L1", 3)))
                .fold();

        assertThat(left(claim(ledger, "R1"))).isEmpty();
        assertThat(left(claim(ledger, "R2"))).isEmpty();
        assertThat(left(claim(ledger, "R3"))).containsExactly(priced("L1", 2, 2_000));
        assertThat(claim(ledger, "R3").money()).isEqualTo(1_000);
    }

    @Test
    void aCreditSettlesTheReturnThatItNamesFirst() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(registered("R2", units("L1", 2)))
                .then(note("K1", "R2", credit("L1", 3, 3_000)))
                .fold();

        assertThat(left(claim(ledger, "R1"))).containsExactly(priced("L1", 1, 1_001));
        assertThat(left(claim(ledger, "R2"))).isEmpty();
        assertThat(claim(ledger, "R1").money()).isEqualTo(1_000);
        assertThat(claim(ledger, "R2").money()).isEqualTo(2_000);
    }

    @Test
    void aCreditThatNamesAReturnNotYetKnownWaitsForIt() {
        Ledgers ledgers =
                fourShirts().then(registered("R1", units("L1", 2))).then(note("K1", "R2", credit("L1", 2, 2_000)));
        assertThat(left(claim(ledgers.fold(), "R1"))).containsExactly(priced("L1", 2, 2_001));
        assertThat(ledgers.fold().creditedBeyondClaims(claim(ledgers.fold(), "R1")))
                .isZero();

        OrderLedger known = ledgers.then(registered("R2", units("L1", 2))).fold();
        assertThat(left(claim(known, "R1"))).hasSize(1);
        assertThat(left(claim(known, "R2"))).isEmpty();
    }

    @Test
    void goodwillSettlesOnlyTheReturnThatItNames() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(registered("R2", units("L1", 2)))
                .then(note("K1", "R2", 0, CorrectionReason.GOODWILL, credit("L1", 4, 4_002)))
                .fold();

        assertThat(left(claim(ledger, "R1"))).hasSize(1);
        assertThat(left(claim(ledger, "R2"))).isEmpty();
    }

    @Test
    void creditsAndCancellationsTakeWhatNobodyRefusedThenRefusedThenContested() {
        Ledgers ledgers = Ledgers.of(order(line("L1", 6, 6_000)))
                .then(registered("R1", units("L1", 6)))
                .then(refused("R1", units("L1", 2)))
                .then(answered("R1", Answer.CONTESTED))
                .then(refused("R1", units("L1", 4)));
        Claim before = claim(ledgers.fold(), "R1");
        assertThat(before.units(group -> group.refusal() == null)).isEmpty();
        assertThat(before.units(
                        group -> group.refusal() != null && group.refusal().isContested()))
                .containsExactly(priced("L1", 2, 2_000));
        assertThat(before.refusals().get(1).effect()).containsExactly(priced("L1", 4, 4_000));

        Claim credited = claim(ledgers.then(note("K1", credit("L1", 3, 3_000))).fold(), "R1");
        assertThat(credited.units(group -> group.refusal() == null)).isEmpty();
        assertThat(left(credited)).containsExactly(priced("L1", 3, 3_000));
        assertThat(credited.units(
                        group -> group.refusal() != null && group.refusal().isContested()))
                .containsExactly(priced("L1", 2, 2_000));

        Claim cancelled = claim(ledgers.then(cancelled("R1", units("L1", 2))).fold(), "R1");
        assertThat(left(cancelled)).containsExactly(priced("L1", 1, 1_000));
        assertThat(cancelled.units(
                        group -> group.refusal() != null && group.refusal().isContested()))
                .hasSize(1);
    }

    @Test
    void aReversalGivesBackExactlyWhatTheCorrectionSettled() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 3)))
                .then(note("K1", credit("L1", 2, 2_000)))
                .then(note("K2", credit("L1", 1, 1_000)))
                .then(reversed("K3", "K1"))
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(claim.creditedUnits()).containsExactly(priced("L1", 1, 1_000));
        assertThat(left(claim)).containsExactly(priced("L1", 2, 2_001));
        assertThat(claim.money()).isEqualTo(1_000);
        assertThat(claim.isCredited()).isTrue();
        assertThat(claim.emptied()).isNull();
        assertThat(ledger.credits().get(0).inForce()).isFalse();
        assertThat(ledger.credits().get(0).unallocated()).isZero();
        assertThat(ledger.credits().get(1).inForce()).isTrue();
    }

    @Test
    void aReversalOfNothingThatIsInForceReversesNothing() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 1)))
                .then(note("K1", credit("L1", 1, 1_000)))
                .then(reversed("K2", "K9"))
                .fold();

        assertThat(left(claim(ledger, "R1"))).isEmpty();
        assertThat(claim(ledger, "R1").money()).isEqualTo(1_000);
    }

    @Test
    void creditThatWaitsFillsTheGapOfAReversal() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 1)))
                .then(note("K1", "R1", credit("L1", 1, 1_000)))
                .then(note("K2", credit("L1", 1, 1_000)))
                .then(reversed("K3", "K1"))
                .fold();

        assertThat(left(claim(ledger, "R1"))).isEmpty();
        assertThat(claim(ledger, "R1").money()).isEqualTo(1_000);
        assertThat(ledger.credits().get(1).unallocated()).isZero();
        assertThat(ledger.credits().get(1).touches(claim(ledger, "R1"))).isTrue();
    }

    @Test
    void anAmountBelongsToTheOnlyOpenCaseWhateverItIs() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 3)))
                .then(amount("K1", null, 1_200))
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(claim.outstanding()).isEqualTo(new Outstanding(3_001, 1_200, 0));
        assertThat(claim.outstanding().net()).isEqualTo(1_801);
        assertThat(claim.isCredited()).isTrue();
        assertThat(ledger.credits().get(0).unallocated()).isZero();
        assertThat(ledger.credits().get(0).isUnmatched()).isFalse();
    }

    @Test
    void anAmountThatIsReversedUncoversTheUnits() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 3)))
                .then(amount("K1", "R1", 3_001))
                .then(reversed("K2", "K1"))
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(claim.outstanding()).isEqualTo(new Outstanding(3_001, 0, 0));
        assertThat(claim.creditedUnits()).isEmpty();
        assertThat(claim.money()).isZero();
        assertThat(claim.isCredited()).isFalse();
    }

    @Test
    void ofSeveralCasesAnAmountBelongsToTheOnlyOneThatItFits() {
        Ledgers ledgers = fourShirts().then(registered("R1", units("L1", 1))).then(registered("R2", units("L1", 3)));
        assertThat(claim(ledgers.then(amount("K1", null, 2_902)).fold(), "R2")
                        .outstanding()
                        .isNothing())
                .isTrue();
    }

    @Test
    void ofSeveralCasesAnAmountThatFitsNoneOrTwoIsUnmatched() {
        OrderLedger none = fourShirts()
                .then(registered("R1", units("L1", 1)))
                .then(registered("R2", units("L1", 3)))
                .then(amount("K1", null, 1_101))
                .fold();
        assertThat(none.credits().get(0).isUnmatched()).isTrue();
        assertThat(none.credits().get(0).unallocated()).isEqualTo(1_101);
        assertThat(claim(none, "R1").money()).isZero();

        OrderLedger two = fourShirts()
                .then(registered("R1", units("L1", 1)))
                .then(registered("R2", units("L1", 1)))
                .then(amount("K1", null, 1_000))
                .fold();
        assertThat(two.credits().get(0).isUnmatched()).isTrue();
    }

    @Test
    void anUnmatchedAmountIsTakenUpByALaterReturnOnlyIfItFits() {
        Ledgers early = fourShirts().then(amount("K1", null, 1_500));
        assertThat(early.fold().credits().get(0).isUnmatched()).isTrue();

        OrderLedger unfit = early.then(registered("R1", units("L1", 1))).fold();
        assertThat(claim(unfit, "R1").money()).isZero();

        OrderLedger fit = fourShirts()
                .then(amount("K1", null, 1_100))
                .then(registered("R1", units("L1", 1)))
                .fold();
        assertThat(claim(fit, "R1").money()).isEqualTo(1_100);
        assertThat(claim(fit, "R1").overCredited()).isEqualTo(100);
    }

    @Test
    void anAmountMayFitACaseThatEnded() {
        Ledgers refusedForGood = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(refused("R1"))
                .then(answered("R1", Answer.ACCEPTED));
        Claim ended = claim(refusedForGood.fold(), "R1");
        assertThat(ended.outstanding().isNothing()).isTrue();
        assertThat(ended.emptied().ground()).isEqualTo(Ground.REFUSAL_ACCEPTED);

        Claim credited = claim(refusedForGood.then(amount("K1", null, 2_000)).fold(), "R1");
        assertThat(credited.creditedUnits()).containsExactly(priced("L1", 2, 2_001));
        assertThat(left(credited)).isEmpty();
    }

    @Test
    void unitsCreditedBeyondThoseOfAllReturnsAreToldOnTheReturnNamedElseOnTheYoungest() {
        Ledgers ledgers = Ledgers.of(order(line("L1", 6, 6_000)))
                .then(registered("R1", units("L1", 1)))
                .then(registered("R2", units("L1", 1)));
        OrderLedger unnamed = ledgers.then(note("K1", credit("L1", 4, 4_000))).fold();
        assertThat(unnamed.creditedBeyondClaims(claim(unnamed, "R1"))).isZero();
        assertThat(unnamed.creditedBeyondClaims(claim(unnamed, "R2"))).isEqualTo(2_000);

        OrderLedger named = ledgers.then(note("K2", "R1", credit("L1", 1, 900))).fold();
        assertThat(named.creditedBeyondClaims(claim(named, "R1"))).isEqualTo(900);
        assertThat(named.creditedBeyondClaims(claim(named, "R2"))).isEqualTo(2_000);

        OrderLedger cancelled = ledgers.then(orderCancelled(units("L1", 3))).fold();
        assertThat(cancelled.creditedBeyondClaims(claim(cancelled, "R1"))).isZero();
        assertThat(cancelled.creditedBeyondClaims(claim(cancelled, "R2"))).isZero();
    }
}
