package dev.frist.domain.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What units and cases are worth at an instant. Units are counted along their line: credited ones first, in the order
 * in which they were credited, then outstanding ones, oldest return first; those taken off the order are the last.
 */
final class Valuation {

    private final Map<String, LineAccount> accounts;
    private final Collection<Claim> claims;
    private final Collection<Credit> credits;

    Valuation(Map<String, LineAccount> accounts, Collection<Claim> claims, Collection<Credit> credits) {
        this.accounts = accounts;
        this.claims = claims;
        this.credits = credits;
    }

    /**
     * Values every unit and every case afresh.
     *
     * @param judging whether it is for what stands at the instant, not for what occurs then: windows that end then have
     *     ended, and answers to refusals have been given the grace for their transport
     */
    void revalue(long at, boolean judging) {
        accounts.values().forEach(account -> valueLine(account, at, judging));
        Map<String, Long> lowered = loweredPrices();
        for (Claim claim : claims) {
            claim.beyond = beyond(claim);
            claim.excused = 0;
            long missing = missing(claim);
            if (missing > 0 && claim.settlement == null) {
                claim.excused = excuse(claim, missing, lowered);
            }
            claim.outstanding = outstanding(claim);
        }
    }

    private void valueLine(LineAccount account, long at, boolean judging) {
        long position = 0;
        for (Chunk chunk : account.chunks) {
            chunk.value = account.worth(position, position + chunk.units);
            position += chunk.units;
        }
        for (Claim claim : claims) {
            ClaimLine line = claim.lines.get(account.line.lineId());
            if (line != null) {
                position = valueGroups(line, position, at, judging);
            }
        }
    }

    /** Values the groups of a claim; those that are not outstanding take no place that others would need. */
    private static long valueGroups(ClaimLine line, long from, long at, boolean judging) {
        LineAccount account = line.account;
        boolean open = line.claim.isOpen(judging ? Shares.plus(at, 1) : at);
        long live = from;
        long ended = Math.max(0, Math.min(from, account.line.quantity() - line.unitsLeft()));
        for (int rank = 0; rank <= 2; rank++) {
            for (UnitGroup group : line.groups) {
                if (Refusal.rank(group.refusal()) != rank) {
                    continue;
                }
                boolean isFinal = judging ? group.isJudgedFinal() : group.isFinal(at);
                long start = open && !isFinal ? live : ended;
                long end = start + group.units();
                long value = account.worth(start, end);
                group.valued(value, account.worthUnits(start, end, value), isFinal);
                live = open && !isFinal ? end : live;
                ended = open && !isFinal ? ended : end;
            }
        }
        return live;
    }

    private static Outstanding outstanding(Claim claim) {
        if (claim.isVoid()) {
            return Outstanding.NOTHING;
        }
        long units = claim.valueOf(group -> !group.isRefusedForGood());
        long missing = Shares.minus(missing(claim), claim.excused);
        long shortage = missing > claim.terms().tolerance() ? missing : 0;
        return new Outstanding(units, surplus(claim), shortage);
    }

    /** Money credited beyond the value of the credited units, a fee that may be kept among it. */
    static long surplus(Claim claim) {
        return Math.max(0, beyondCredited(claim));
    }

    /** The same, below 0 where units are credited with less than they are worth. */
    static long beyondCredited(Claim claim) {
        return Shares.minus(creditedWithFees(claim), claim.creditedValue());
    }

    private static long creditedWithFees(Claim claim) {
        return Shares.plus(claim.money, Math.min(claim.fees, claim.terms().maxReturnFee()));
    }

    /** What is missing on the credited units before anything excuses it; never more than they are worth. */
    private static long missing(Claim claim) {
        long missing = Shares.minus(claim.creditedValue(), Math.max(0, creditedWithFees(claim)));
        return Shares.minus(Shares.minus(missing, claim.beyond), claim.forgiven);
    }

    /** What corrections that name the return credited for units that neither it nor any other return holds. */
    private long beyond(Claim claim) {
        long money = 0;
        for (Credit credit : credits) {
            if (credit.inForce() && claim.returnId().equals(credit.named())) {
                for (Credit.Part part : credit.parts) {
                    money = Shares.plus(money, part.moneyLeft());
                }
            }
        }
        return money;
    }

    private Map<String, Long> loweredPrices() {
        Map<String, Long> lowered = new HashMap<>();
        for (Credit credit : credits) {
            if (credit.inForce() && credit.onlyExcuses()) {
                for (Credit.Part part : credit.parts) {
                    lowered.merge(part.line.lineId(), part.line.amount(), Shares::plus);
                }
            }
        }
        return lowered;
    }

    /**
     * What lowered prices excuse of what is missing on a case: of what is missing on each line that the prices of that
     * line were lowered by, and of what is missing on no line, such as a fee beyond the maximum, that of any line.
     */
    private static long excuse(Claim claim, long missing, Map<String, Long> lowered) {
        long onNoLine = Math.max(0, Shares.minus(missing, missingOnLines(claim)));
        long excused = 0;
        for (ClaimLine line : claim.lines.values()) {
            long available = lowered.getOrDefault(line.lineId(), 0L);
            if (available > 0 && line.accepted > 0) {
                long onLine = missingOn(line);
                long used = Math.min(Math.min(available, missing - excused), Shares.plus(onLine, onNoLine));
                lowered.put(line.lineId(), available - used);
                onNoLine -= Math.max(0, used - onLine);
                excused += used;
            }
        }
        return excused;
    }

    private static long missingOnLines(Claim claim) {
        long missing = 0;
        for (ClaimLine line : claim.lines.values()) {
            missing = Shares.plus(missing, missingOn(line));
        }
        return missing;
    }

    private static long missingOn(ClaimLine line) {
        long missing = 0;
        for (Chunk chunk : line.account.chunks) {
            if (chunk.claimLine == line) {
                missing = Shares.plus(missing, Shares.minus(chunk.value, chunk.money));
            }
        }
        return Math.max(0, missing);
    }
}
