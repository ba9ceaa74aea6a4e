package dev.frist.domain.verdict;

import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Credit;
import dev.frist.domain.ledger.OrderLedger;
import dev.frist.domain.ledger.Settlement;
import dev.frist.domain.ledger.Shares;
import java.util.Collection;

/**
 * What the state of all cases means for the invoice: {@code payable = captured − credited − (agreed, as far as it is
 * not credited yet) − held}, never below 0. A hold reaches exactly as far as what is outstanding; kept goods stay
 * payable throughout.
 */
final class Invoice {

    private Invoice() {}

    static InvoiceBlock of(OrderPlaced order, OrderLedger ledger, Collection<Case> cases) {
        long captured = 0;
        for (OrderLine line : order.lines()) {
            captured = Shares.plus(captured, line.amount());
        }
        long credited = 0;
        long allocatedToNone = 0;
        for (Credit credit : ledger.credits()) {
            if (credit.inForce()) {
                credited = Shares.plus(credited, credit.note().amount());
                allocatedToNone = Shares.plus(allocatedToNone, credit.unallocated());
            }
        }
        long agreed = ledger.cancelledValue();
        long cancelledNotCredited = agreed;
        long settledNotCredited = 0;
        long held = 0;
        for (Case returned : cases) {
            Claim claim = returned.claim();
            Settlement settlement = claim.settlement();
            cancelledNotCredited = Shares.minus(cancelledNotCredited, claim.creditedForCancelled());
            if (settlement != null) {
                agreed = Shares.plus(agreed, settlement.amount());
                settledNotCredited =
                        Shares.plus(settledNotCredited, Math.max(0, Shares.minus(settlement.amount(), claim.money())));
            } else if (returned.isOpen()) {
                held = Shares.plus(held, claim.outstanding().net());
            }
        }
        // Any credit that no return has counts for what was agreed; for units taken off the order only their own does.
        cancelledNotCredited = Math.max(0, cancelledNotCredited);
        long forNone = Math.max(0, allocatedToNone);
        long forCancelled = Math.min(cancelledNotCredited, Math.min(forNone, ledger.creditForCancelled()));
        settledNotCredited = Math.max(0, Shares.minus(settledNotCredited, forNone - forCancelled));
        long agreedNotCredited = Shares.plus(cancelledNotCredited - forCancelled, settledNotCredited);
        long payable =
                Math.max(0, Shares.minus(Shares.minus(Shares.minus(captured, credited), agreedNotCredited), held));
        InvoiceAction action =
                held > 0 ? InvoiceAction.HOLD_PART : payable == 0 ? InvoiceAction.CLOSE : InvoiceAction.RESUME;
        return new InvoiceBlock(captured, credited, agreed, held, payable, action);
    }
}
