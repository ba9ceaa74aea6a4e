package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.answered;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static dev.frist.domain.ledger.Ledgers.claim;
import static dev.frist.domain.ledger.Ledgers.left;
import static dev.frist.domain.ledger.Ledgers.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Credit for cases that had ended, and how the money of a credit is shared among returns. */
final class EndedCaseTest {

    private static Ledgers fourShirts() {
        return Ledgers.of(order(line("L1", 4, 4_002)));
    }

    private static Ledgers refusedForGood(int units) {
        return fourShirts()
                .then(registered("R1", units("L1", units)))
                .then(refused("R1"))
                .then(answered("R1", Answer.ACCEPTED));
    }

    @Test
    void aCreditThatCoversACaseThatEndedByRefusalWholeCreditsIt() {
        Claim covered =
                claim(refusedForGood(3).then(note("K1", credit("L1", 3, 3_001))).fold(), "R1");
        assertThat(covered.creditedUnits()).containsExactly(priced("L1", 3, 3_001));
        assertThat(covered.money()).isEqualTo(3_001);

        Claim more =
                claim(refusedForGood(3).then(note("K1", credit("L1", 4, 4_000))).fold(), "R1");
        assertThat(more.creditedUnits()).containsExactly(priced("L1", 3, 3_001));

        Claim twoParts = claim(
                refusedForGood(3)
                        .then(note("K1", credit("L1", 1, 1_000), credit("L1", 2, 2_000)))
                        .fold(),
                "R1");
        assertThat(twoParts.creditedUnits()).containsExactly(priced("L1", 3, 3_001));
    }

    @Test
    void aCreditThatCoversAnEndedCaseOnlyInPartWaits() {
        OrderLedger ledger =
                refusedForGood(3).then(note("K1", credit("L1", 2, 2_000))).fold();

        assertThat(claim(ledger, "R1").creditedUnits()).isEmpty();
        assertThat(claim(ledger, "R1").money()).isZero();
        assertThat(ledger.credits().get(0).unallocated()).isEqualTo(2_000);
    }

    @Test
    void anEndedCaseIsCoveredOnlyByCreditForAllOfItsLines() {
        Ledgers ended = Ledgers.of(order(line("L1", 2, 200), line("L2", 1, 50)))
                .then(registered("R1", units("L1", 2), units("L2", 1)))
                .then(refused("R1"))
                .then(answered("R1", Answer.ACCEPTED))
                .then(note("K1", credit("L1", 2, 200)));
        assertThat(claim(ended.fold(), "R1").creditedUnits()).isEmpty();

        Ledgers all = Ledgers.of(order(line("L1", 2, 200), line("L2", 1, 50)))
                .then(registered("R1", units("L1", 2), units("L2", 1)))
                .then(refused("R1"))
                .then(answered("R1", Answer.ACCEPTED))
                .then(note("K1", credit("L1", 2, 200), credit("L2", 1, 50)));
        assertThat(claim(all.fold(), "R1").creditedUnits()).containsExactly(priced("L1", 2, 200), priced("L2", 1, 50));
    }

    @Test
    void anOpenCaseComesBeforeOneThatEnded() {
        OrderLedger ledger = refusedForGood(2)
                .then(registered("R2", units("L1", 2)))
                .then(note("K1", credit("L1", 2, 2_001)))
                .fold();

        assertThat(claim(ledger, "R1").creditedUnits()).isEmpty();
        assertThat(claim(ledger, "R2").creditedUnits()).hasSize(1);
    }

    @Test
    void aCaseThatIsPartlyOpenIsNotCoveredAsOneThatEnded() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 3)))
                .then(refused("R1", units("L1", 2)))
                .then(answered("R1", Answer.ACCEPTED))
                .then(note("K1", credit("L1", 1, 1_000)))
                .fold();

        assertThat(claim(ledger, "R1").creditedUnits()).containsExactly(priced("L1", 1, 1_000));
        assertThat(claim(ledger, "R1").units(UnitGroup::isRefusedForGood)).hasSize(1);
    }

    @Test
    void aReturnOutsideTheWindowIsCreditedByWhatCoversItOrNamesIt() {
        Terms outside = new Terms(100, 0, true, Terms.NEVER, Terms.NEVER, 0, false, refusal -> Terms.NEVER);
        Ledgers unnamed = fourShirts().under("R1", outside).then(registered("R1", units("L1", 2)));
        assertThat(claim(unnamed.then(note("K1", credit("L1", 1, 1_000))).fold(), "R1")
                        .creditedUnits())
                .isEmpty();
        assertThat(claim(unnamed.then(note("K2", credit("L1", 2, 2_001))).fold(), "R1")
                        .creditedUnits())
                .containsExactly(priced("L1", 2, 2_001));

        Ledgers named = fourShirts().under("R1", outside).then(registered("R1", units("L1", 2)));
        assertThat(claim(named.then(note("K1", "R1", credit("L1", 1, 1_000))).fold(), "R1")
                        .creditedUnits())
                .containsExactly(priced("L1", 1, 1_000));
    }

    @Test
    void creditTakesNoMoreUnitsThanItHasAndSharesItsMoneyAmongThem() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 6, 6_000)))
                .then(registered("R1", units("L1", 1)))
                .then(registered("R2", units("L1", 2)))
                .then(registered("R3", units("L1", 3)))
                .then(note("K1", credit("L1", 4, 3_999)))
                .fold();

        assertThat(claim(ledger, "R1").money()).isEqualTo(999);
        assertThat(claim(ledger, "R2").money()).isEqualTo(2_000);
        assertThat(claim(ledger, "R3").money()).isEqualTo(1_000);
        assertThat(left(claim(ledger, "R3"))).containsExactly(priced("L1", 2, 2_000));
        assertThat(ledger.credits().get(0).unallocated()).isZero();
    }

    @Test
    void whatAnAmountSaysBeyondItsLinesCountsOnTheFirstReturnThatItSettles() {
        CreditNoteIssued more = new CreditNoteIssued(
                "K1", null, null, "SEK", List.of(credit("L1", 2, 2_000)), 30, 2_070, CorrectionReason.RETURN);
        Ledgers ledgers = fourShirts()
                .then(registered("R1", units("L1", 1)))
                .then(registered("R2", units("L1", 1)))
                .then(more);
        assertThat(claim(ledgers.fold(), "R1").money()).isEqualTo(1_070);
        assertThat(claim(ledgers.fold(), "R2").money()).isEqualTo(1_000);

        OrderLedger reversed = ledgers.then(reversed("K2", "K1")).fold();
        assertThat(claim(reversed, "R1").money()).isZero();
        assertThat(claim(reversed, "R2").money()).isZero();
        assertThat(claim(reversed, "R1").isCredited()).isFalse();
        assertThat(claim(reversed, "R1").outstanding()).isEqualTo(new Outstanding(1_000, 0, 0));
    }

    @Test
    void anAmountThatCoversTheOnlyEndedCaseWithinTheToleranceIsItsOwn() {
        assertThat(claim(refusedForGood(2).then(amount("K1", null, 1_901)).fold(), "R1")
                        .money())
                .isEqualTo(1_901);
        assertThat(claim(refusedForGood(2).then(amount("K1", null, 1_900)).fold(), "R1")
                        .money())
                .isZero();
        assertThat(claim(refusedForGood(2).then(amount("K1", null, 9_000)).fold(), "R1")
                        .money())
                .isEqualTo(9_000);
    }
}
