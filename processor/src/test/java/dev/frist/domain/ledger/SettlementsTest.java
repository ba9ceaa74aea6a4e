package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.accepted;
import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.proposed;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static dev.frist.domain.ledger.Ledgers.at;
import static dev.frist.domain.ledger.Ledgers.claim;
import static dev.frist.domain.ledger.Ledgers.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import org.junit.jupiter.api.Test;

/** What the parties agree on. */
final class SettlementsTest {

    private static Ledgers fourShirts() {
        return Ledgers.of(order(line("L1", 4, 4_002)));
    }

    @Test
    void aSettledReturnHoldsItsUnits() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 3)))
                .then(proposed("R1", "P1", 100))
                .then(accepted("R1", "P1"))
                .then(registered("R2", units("L1", 2)))
                .fold();

        assertThat(claim(ledger, "R2").excess()).containsEntry("L1", 1);
        assertThat(claim(ledger, "R1").settlement().amount()).isEqualTo(100);
        assertThat(claim(ledger, "R1").claimedUnits()).containsExactly(priced("L1", 3, 3_001));
    }

    @Test
    void aSettledReturnTakesUpTheAgreedCredit() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(proposed("R1", "P1", 500))
                .then(accepted("R1", "P1"))
                .then(registered("R2", units("L1", 2)))
                .then(amount("K1", null, 550))
                .fold();

        assertThat(claim(ledger, "R1").money()).isEqualTo(550);
        assertThat(claim(ledger, "R1").overCredited()).isEqualTo(50);
        assertThat(claim(ledger, "R2").money()).isZero();
    }

    @Test
    void aProposalIsNotAcceptedByWhoeverMadeItNorOnAnotherReturn() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(registered("R2", units("L1", 2)))
                .then(new SettlementProposed("R1", "P1", Party.CONSUMER, 10, true, ""))
                .then(accepted("R1", "P1"))
                .then(proposed("R1", "P2", 20))
                .then(accepted("R2", "P2"))
                .fold();

        assertThat(claim(ledger, "R1").settlement()).isNull();
        assertThat(claim(ledger, "R2").settlement()).isNull();
    }

    @Test
    void theLastAcceptanceCountsAndIsNotUndoneByAReversal() {
        OrderLedger ledger = fourShirts()
                .then(registered("R1", units("L1", 2)))
                .then(proposed("R1", "P1", 500))
                .then(accepted("R1", "P1"))
                .then(note("K1", null, 0, CorrectionReason.RETURN, credit("L1", 1, 700)))
                .then(accepted("R1", "K1"))
                .then(reversed("K2", "K1"))
                .fold();
        Settlement settlement = claim(ledger, "R1").settlement();

        assertThat(settlement.amount()).isEqualTo(700);
        assertThat(settlement.at()).isEqualTo(at(5));
        assertThat(claim(ledger, "R1").money()).isZero();
    }
}
