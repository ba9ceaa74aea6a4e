package dev.frist.domain.ledger;

import java.util.Collection;
import java.util.List;

/**
 * Credits that no return has, as far as they pay for units that were taken off the order: those for just these units,
 * and amounts without lines. A favour, or a lower price of other lines, pays for nothing that was taken off.
 */
record CancelledCredit(Collection<LineAccount> accounts, List<Credit> credits) {

    /** Minor units. */
    long money() {
        long money = 0;
        for (LineAccount account : accounts) {
            money = Shares.plus(money, moneyOn(account));
        }
        for (Credit credit : credits) {
            if (credit.isAmountOnly() && credit.settlesOthers()) {
                money = Shares.plus(money, credit.unallocated());
            }
        }
        return money;
    }

    private long moneyOn(LineAccount account) {
        long money = 0;
        int units = account.cancelled;
        for (Credit credit : credits) {
            for (Credit.Part part : credit.parts) {
                if (credit.inForce() && part.line.lineId().equals(account.line.lineId())) {
                    int paid = Math.min(units, part.left());
                    units -= paid;
                    money = Shares.plus(
                            money,
                            Shares.worth(
                                    part.line.amount(), part.line.quantity(), part.taken, (long) part.taken + paid));
                }
            }
        }
        return money;
    }
}
