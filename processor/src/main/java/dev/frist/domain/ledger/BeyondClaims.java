package dev.frist.domain.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units that corrections credit and no return holds.
 *
 * @param asOf the instant at which all was judged, epoch millis
 */
record BeyondClaims(Collection<LineAccount> accounts, Map<String, Claim> claims, List<Credit> credits, long asOf) {

    /**
     * Units credited on a line beyond those of all returns that hold it, as money by the return it is told on: the one
     * that the correction names, else the youngest that holds the line. Units taken off the order may be credited.
     */
    long toldOn(Claim told) {
        long money = 0;
        for (LineAccount account : accounts) {
            Claim youngest = youngestHolding(account);
            long allowed = account.cancelled + unitsOpen(account);
            for (Credit credit : credits) {
                if (youngest == null || !credit.inForce() || credit.onlyExcuses() || waitsForItsReturn(credit)) {
                    continue;
                }
                for (Credit.Part part : credit.parts) {
                    if (!part.line.lineId().equals(account.line.lineId()) || part.left() == 0) {
                        continue;
                    }
                    long skipped = Math.min(allowed, part.left());
                    allowed -= skipped;
                    Claim named = credit.named() == null ? null : claims.get(credit.named());
                    if ((named != null && !named.isVoid() ? named : youngest) == told) {
                        money = Shares.plus(
                                money,
                                Shares.worth(
                                        part.line.amount(),
                                        part.line.quantity(),
                                        part.taken + skipped,
                                        part.line.quantity()));
                    }
                }
            }
        }
        return money;
    }

    private long unitsOpen(LineAccount account) {
        long units = 0;
        for (Claim claim : claims.values()) {
            ClaimLine line = claim.lines.get(account.line.lineId());
            units += line == null || !claim.isOpen(Shares.plus(asOf, 1)) ? 0 : line.unitsNotRefusedForGood();
        }
        return units;
    }

    private boolean waitsForItsReturn(Credit credit) {
        return credit.named() != null && !claims.containsKey(credit.named());
    }

    private @Nullable Claim youngestHolding(LineAccount account) {
        Claim youngest = null;
        for (Claim claim : claims.values()) {
            if (heldWhenJudged(account.line.lineId(), claim) > 0) {
                youngest = claim;
            }
        }
        return youngest;
    }

    /** Units that a return holds once all is folded, when what ended at the very instant of judging has ended. */
    private long heldWhenJudged(String lineId, Claim claim) {
        ClaimLine line = claim.lines.get(lineId);
        if (line == null) {
            return 0;
        }
        if (claim.settlement != null) {
            return line.held();
        }
        return claim.hasEndedByWindow(Shares.plus(asOf, 1))
                ? line.unitsCredited()
                : line.unitsCredited() + line.unitsNotRefusedForGood();
    }
}
