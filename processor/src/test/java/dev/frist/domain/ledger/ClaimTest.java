package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.orderCancelled;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.units;
import static dev.frist.domain.ledger.Ledgers.at;
import static dev.frist.domain.ledger.Ledgers.claim;
import static dev.frist.domain.ledger.Ledgers.left;
import static dev.frist.domain.ledger.Ledgers.priced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.frist.domain.decision.Ground;
import org.junit.jupiter.api.Test;

/** What returns claim of an order, and what they may not. */
final class ClaimTest {

    private static Ledgers fourShirts() {
        return Ledgers.of(order(line("L1", 4, 4_002)));
    }

    @Test
    void aClaimIsOutstandingAtWhatItsUnitsAreWorth() {
        OrderLedger ledger = fourShirts().then(registered("R1", units("L1", 3))).fold();

        assertThat(left(claim(ledger, "R1"))).containsExactly(priced("L1", 3, 3_001));
        assertThat(claim(ledger, "R1").outstanding()).isEqualTo(new Outstanding(3_001, 0, 0));
        assertThat(claim(ledger, "R1").emptied()).isNull();
        assertThat(claim(ledger, "R1").isCredited()).isFalse();
        assertThat(claim(ledger, "R1").registration().fact().eventId()).isEqualTo("e1");
    }

    @Test
    void returnsOfOneLineSumToExactlyTheLine() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 1)))
                .then(registered("R2", units("L1", 2)))
                .then(registered("R3", units("L1", 1)))
                .fold();

        assertThat(left(claim(ledger, "R1"))).containsExactly(priced("L1", 1, 1_000));
        assertThat(left(claim(ledger, "R2"))).containsExactly(priced("L1", 2, 2_001));
        assertThat(left(claim(ledger, "R3"))).containsExactly(priced("L1", 1, 1_001));
    }

    @Test
    void unitsNamedTwiceAreClaimedTogether() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 1), units("L1", 2)))
                .fold();

        assertThat(left(claim(ledger, "R1"))).containsExactly(priced("L1", 3, 3_001));
        assertThat(claim(ledger, "R1").lineIds()).containsExactly("L1");
    }

    @Test
    void quantitiesThatNoIntHoldsAreClaimedAsFarAsTheyGo() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", Integer.MAX_VALUE), units("L1", Integer.MAX_VALUE)))
                .fold();

        assertThat(left(claim(ledger, "R1"))).containsExactly(priced("L1", 4, 4_002));
        assertThat(claim(ledger, "R1").excess()).containsEntry("L1", Integer.MAX_VALUE - 4);
    }

    @Test
    void whatOtherReturnsHoldCannotBeClaimedAgain() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 3)))
                .then(registered("R2", units("L1", 2)))
                .then(registered("R3", units("L1", 1)))
                .fold();

        assertThat(left(claim(ledger, "R2"))).containsExactly(priced("L1", 1, 1_001));
        assertThat(claim(ledger, "R2").excess()).containsOnly(entry("L1", 1));
        assertThat(claim(ledger, "R2").isVoid()).isFalse();
        assertThat(left(claim(ledger, "R3"))).isEmpty();
        assertThat(claim(ledger, "R3").isVoid()).isTrue();
        assertThat(claim(ledger, "R1").excess()).isEmpty();
    }

    @Test
    void cancelledUnitsMayBeClaimedAgainAndCreditedOnesMayNot() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 4)))
                .then(note("K1", "R1", credit("L1", 1, 1_000)))
                .then(cancelled("R1", units("L1", 2)))
                .then(registered("R2", units("L1", 4)))
                .fold();

        assertThat(claim(ledger, "R2").excess()).containsEntry("L1", 2);
        assertThat(left(claim(ledger, "R2"))).containsExactly(priced("L1", 2, 2_001));
    }

    @Test
    void aReturnOutsideTheWindowHoldsOnlyWhatWasCredited() {
        Terms outside = new Terms(100, 0, true, Terms.NEVER, Terms.NEVER, 0, false, refusal -> Terms.NEVER);
        OrderLedger ledger = fourShirts()
                .under("R1", outside)
                .then(registered("R1", units("L1", 4)))
                .then(note("K1", "R1", credit("L1", 1, 1_000)))
                .then(registered("R2", units("L1", 4)))
                .fold();

        assertThat(claim(ledger, "R2").excess()).containsEntry("L1", 1);
    }

    @Test
    void aReturnWithoutGoodsSentHoldsNothingAfterTheInstantInWhichItsWindowEnds() {
        Terms before = new Terms(100, 0, false, at(2) - 1, Terms.NEVER, 0, false, refusal -> Terms.NEVER);
        Ledgers ledgers = fourShirts()
                .under("R1", before)
                .then(registered("R1", units("L1", 4)))
                .then(registered("R2", units("L1", 4)));
        assertThat(claim(ledgers.fold(), "R2").excess()).isEmpty();

        Terms then = new Terms(100, 0, false, at(2), Terms.NEVER, 0, false, refusal -> Terms.NEVER);
        assertThat(claim(ledgers.under("R1", then).fold(), "R2").isVoid()).isTrue();
    }

    @Test
    void anOrderCancelledTakesUnclaimedUnitsFirstThenThoseOfTheYoungestOpenReturn() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 6, 6_006)))
                .then(registered("R1", units("L1", 2)))
                .then(registered("R2", units("L1", 2)))
                .then(orderCancelled(units("L1", 3)))
                .fold();

        assertThat(left(claim(ledger, "R1"))).containsExactly(priced("L1", 2, 2_002));
        assertThat(left(claim(ledger, "R2"))).containsExactly(priced("L1", 1, 1_001));
        assertThat(claim(ledger, "R2").cancelledUnits()).containsExactly(priced("L1", 1, 1_001));
        assertThat(claim(ledger, "R1").cancelledUnits()).isEmpty();
        assertThat(ledger.cancelledValue()).isEqualTo(3_003);
    }

    @Test
    void anOrderCancelledWholeLeavesCreditedUnitsOnIt() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 4, 4_000), line("L2", 1, 500)))
                .then(registered("R1", units("L1", 2)))
                .then(note("K1", credit("L1", 1, 1_000)))
                .then(orderCancelled())
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(ledger.cancelledValue()).isEqualTo(3_500);
        assertThat(claim.creditedUnits()).containsExactly(priced("L1", 1, 1_000));
        assertThat(claim.emptied().ground()).isEqualTo(Ground.CANCELLED);
        assertThat(left(claim)).isEmpty();
    }

    @Test
    void unitsTakenOffTheOrderCannotBeClaimed() {
        OrderLedger ledger = fourShirts()
                .then(orderCancelled(units("L1", 3)))
                .then(registered("R1", units("L1", 2)))
                .fold();

        assertThat(claim(ledger, "R1").excess()).containsEntry("L1", 1);
        assertThat(left(claim(ledger, "R1"))).containsExactly(priced("L1", 1, 1_000));
    }
}
