package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.units;
import static dev.frist.domain.ledger.Ledgers.at;
import static dev.frist.domain.ledger.Ledgers.claim;
import static dev.frist.domain.ledger.Ledgers.left;
import static dev.frist.domain.ledger.Ledgers.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.CorrectionReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing, what is excused, and what is worth nothing. */
final class MoneyTest {

    private static Ledgers fourShirts() {
        return Ledgers.of(order(line("L1", 4, 4_002)));
    }

    @Test
    void aLoweredPriceExcusesMissingMoneyOnceAndSettlesNothing() {
        Ledgers ledgers = Ledgers.of(order(line("L1", 2, 2_000)))
                .then(note("K1", null, 0, CorrectionReason.PRICE_ADJUSTMENT, credit("L1", 2, 500)))
                .then(registered("R1", units("L1", 1)))
                .then(registered("R2", units("L1", 1)));
        assertThat(claim(ledgers.fold(), "R1").outstanding().net()).isEqualTo(1_000);

        OrderLedger ledger = ledgers.then(note("K2", "R1", credit("L1", 1, 600)))
                .then(note("K3", "R2", credit("L1", 1, 600)))
                .fold();
        assertThat(claim(ledger, "R1").outstanding()).isEqualTo(Outstanding.NOTHING);
        assertThat(claim(ledger, "R2").outstanding()).isEqualTo(new Outstanding(0, 0, 300));
    }

    @Test
    void moneyMissingWithinTheToleranceIsNotOutstanding() {
        Ledgers within =
                fourShirts().then(registered("R1", units("L1", 2))).then(note("K1", "R1", credit("L1", 2, 1_901)));
        assertThat(claim(within.fold(), "R1").outstanding()).isEqualTo(Outstanding.NOTHING);

        Ledgers beyond =
                fourShirts().then(registered("R1", units("L1", 2))).then(note("K1", "R1", credit("L1", 2, 1_900)));
        assertThat(claim(beyond.fold(), "R1").outstanding()).isEqualTo(new Outstanding(0, 0, 101));
    }

    @Test
    void aFeeUpToTheMostThatMayBeKeptIsNotMissing() {
        Terms fee = new Terms(0, 300, false, Terms.NEVER, Terms.NEVER, 0, false, refusal -> Terms.NEVER);
        OrderLedger within = fourShirts()
                .under("R1", fee)
                .then(registered("R1", units("L1", 2)))
                .then(note("K1", "R1", 300, CorrectionReason.RETURN, credit("L1", 2, 2_001)))
                .fold();
        assertThat(claim(within, "R1").outstanding()).isEqualTo(Outstanding.NOTHING);
        assertThat(claim(within, "R1").money()).isEqualTo(1_701);

        OrderLedger beyond = fourShirts()
                .under("R1", fee)
                .then(registered("R1", units("L1", 2)))
                .then(note("K1", "R1", 301, CorrectionReason.RETURN, credit("L1", 2, 2_001)))
                .fold();
        assertThat(claim(beyond, "R1").outstanding()).isEqualTo(new Outstanding(0, 0, 1));
    }

    @Test
    void cancellingAllGivesUpMissingMoneyToo() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(note("K1", "R1", credit("L1", 1, 500)))
                .then(cancelled("R1"))
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(claim.outstanding()).isEqualTo(Outstanding.NOTHING);
        assertThat(claim.cancelledUnits()).containsExactly(priced("L1", 1, 1_001));
        assertThat(claim.emptied().ground()).isEqualTo(Ground.CANCELLED);
        assertThat(claim.emptied().moment().fact().eventId()).isEqualTo("e3");
    }

    @Test
    void cancellingSomeUnitsGivesUpNoMoney() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(note("K1", "R1", credit("L1", 1, 500)))
                .then(cancelled("R1", units("L1", 1)))
                .fold();

        assertThat(claim(ledger, "R1").outstanding()).isEqualTo(new Outstanding(0, 0, 500));
        assertThat(claim(ledger, "R1").emptied()).isNull();
        assertThat(claim(ledger, "R1").reduced(List.of("L1")).ground()).isEqualTo(Ground.CANCELLED);
    }

    @Test
    void anAmountThatLeavesNothingWithinTheToleranceCreditsTheUnits() {
        Claim covered = claim(
                fourShirts()
                        .then(registered("R1", units("L1", 3)))
                        .then(amount("K1", null, 2_901))
                        .fold(),
                "R1");
        assertThat(covered.outstanding()).isEqualTo(Outstanding.NOTHING);
        assertThat(covered.creditedUnits()).containsExactly(priced("L1", 3, 3_001));
        assertThat(covered.emptied().ground()).isEqualTo(Ground.CREDITED);

        Claim short1 = claim(
                fourShirts()
                        .then(registered("R1", units("L1", 3)))
                        .then(amount("K1", null, 2_900))
                        .fold(),
                "R1");
        assertThat(short1.outstanding().net()).isEqualTo(101);
        assertThat(short1.creditedUnits()).isEmpty();
    }

    @Test
    void freeUnitsAreNeverOutstanding() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 2, 0), line("L2", 3, 2)))
                .then(registered("R1", units("L1", 2), units("L2", 3)))
                .fold();
        Claim claim = claim(ledger, "R1");

        assertThat(left(claim)).containsExactly(priced("L2", 2, 2));
        assertThat(claim.outstanding().units()).isEqualTo(2);
        assertThat(claim.claimedUnits()).containsExactly(priced("L1", 2, 0), priced("L2", 3, 2));
    }

    @Test
    void aReturnOfFreeUnitsIsEmptyFromTheStart() {
        OrderLedger ledger = Ledgers.of(order(line("L1", 2, 0)))
                .then(registered("R1", units("L1", 2)))
                .fold();

        assertThat(claim(ledger, "R1").emptied().at()).isEqualTo(at(1));
        assertThat(claim(ledger, "R1").isVoid()).isFalse();
    }
}
