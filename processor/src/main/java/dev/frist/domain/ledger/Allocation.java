package dev.frist.domain.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which returns a correction settles. With lines: first the return that it names, then other open returns holding the
 * line and settled ones that wait for their credit, oldest registration first, then a case that had ended and that it
 * covers whole. What is left waits, and is taken up later. An amount without lines counts on the return that it names,
 * or belongs to the only open case, or of several to the only one that it fits.
 */
final class Allocation {

    private final Map<String, Claim> claims;
    private final Valuation valuation;
    private long sequence;

    Allocation(Map<String, Claim> claims, Valuation valuation) {
        this.claims = claims;
        this.valuation = valuation;
    }

    /**
     * Allocates what of a correction is not allocated yet, as far as that is possible at an instant.
     *
     * @param again whether something came (a return, a reversal) that lets an amount that waits be tried again
     * @return whether any of it was
     */
    boolean allocate(Credit credit, long at, boolean again) {
        Claim known = credit.named() == null ? null : claims.get(credit.named());
        boolean waitsForItsReturn = credit.named() != null && known == null;
        Claim named = known == null || known.isVoid() ? null : known;
        if (!credit.inForce() || waitsForItsReturn || credit.onlyExcuses()) {
            return false;
        }
        return credit.isAmountOnly() ? allocateAmount(credit, named, at, again) : allocateLines(credit, named, at);
    }

    private boolean allocateLines(Credit credit, @Nullable Claim named, long at) {
        int before = credit.chunks.size();
        for (Credit.Part part : credit.parts) {
            if (part.left() > 0 && named != null) {
                take(credit, part, named, at, true);
            }
            if (credit.settlesOthers()) {
                for (Claim claim : claims.values()) {
                    if (part.left() > 0 && (claim.isOpen(at) || claim.waitsForAgreedCredit())) {
                        take(credit, part, claim, at, claim.settlement != null);
                    }
                }
            }
        }
        if (credit.settlesOthers()) {
            for (Claim claim : claims.values()) {
                if (coversEndedCase(credit, claim, at)) {
                    credit.parts.forEach(part -> take(credit, part, claim, at, true));
                }
            }
        }
        return credit.chunks.size() > before;
    }

    private void take(Credit credit, Credit.Part part, Claim claim, long at, boolean finalToo) {
        ClaimLine line = claim.lines.get(part.line.lineId());
        if (line == null) {
            return;
        }
        for (UnitGroup group : line.inTakingOrder(at, finalToo)) {
            int units = Math.min(part.left(), group.units());
            if (units > 0) {
                long money =
                        Shares.worth(part.line.amount(), part.line.quantity(), part.taken, (long) part.taken + units);
                part.taken += units;
                group.take(units);
                Chunk chunk = new Chunk(credit, line, group.refusal(), units, money, sequence++);
                credit.chunks.add(chunk);
                line.account.insert(chunk);
                claim.money = Shares.plus(claim.money, money);
                claim.credits++;
                settlesFirst(credit, claim);
            }
        }
    }

    private static void settlesFirst(Credit credit, Claim claim) {
        if (credit.first == null) {
            credit.first = claim;
            claim.money = Shares.plus(claim.money, credit.beyondLines());
            claim.fees = Shares.plus(claim.fees, credit.note().returnFee());
        }
    }

    private static boolean coversEndedCase(Credit credit, Claim claim, long at) {
        if (claim.isVoid() || claim.settlement != null) {
            return false;
        }
        boolean ended = claim.hasEndedByWindow(at);
        long needed = 0;
        for (ClaimLine line : claim.lines.values()) {
            int live = line.unitsLive(at);
            if (live > 0 && !ended) {
                return false;
            }
            long open = (long) live + line.unitsFinal(at);
            long offered = 0;
            for (Credit.Part part : credit.parts) {
                offered += part.line.lineId().equals(line.lineId()) ? part.left() : 0;
            }
            if (offered < open) {
                return false;
            }
            needed += open;
        }
        return needed > 0;
    }

    private boolean allocateAmount(Credit credit, @Nullable Claim named, long at, boolean again) {
        if (credit.first != null || (credit.tried && !again)) {
            return false;
        }
        Claim owner = named == null && credit.settlesOthers() ? ownerOf(credit, at) : named;
        credit.tried = true;
        if (owner != null) {
            credit.first = owner;
            owner.money = Shares.plus(owner.money, credit.note().amount());
            owner.fees = Shares.plus(owner.fees, credit.note().returnFee());
            owner.amountsOnly++;
            owner.credits++;
        }
        return owner != null;
    }

    /** The return that an amount without a name belongs to, null where it fits none or several. */
    private @Nullable Claim ownerOf(Credit credit, long at) {
        List<Claim> open = new ArrayList<>();
        List<Claim> waiting = new ArrayList<>();
        List<Claim> ended = new ArrayList<>();
        for (Claim claim : claims.values()) {
            if (claim.waitsForAgreedCredit()) {
                waiting.add(claim);
            } else if (claim.isOpen(at) && !claim.outstanding.isNothing()) {
                open.add(claim);
            } else if (claim.settlement == null && !claim.isVoid() && unitsLeft(claim) > 0) {
                ended.add(claim);
            }
        }
        if (open.isEmpty() && waiting.isEmpty()) {
            return ended.size() == 1 && covers(credit, ended.get(0)) ? ended.get(0) : onlyFit(credit, ended);
        }
        List<Claim> candidates = new ArrayList<>(open);
        candidates.addAll(waiting);
        Claim fit = onlyFit(credit, candidates);
        List<Claim> first = open.isEmpty() ? waiting : open;
        return fit == null && first.size() == 1 && !credit.tried ? first.get(0) : fit;
    }

    private static int unitsLeft(Claim claim) {
        int units = 0;
        for (ClaimLine line : claim.lines.values()) {
            for (UnitGroup group : line.groups) {
                units += group.worthUnits();
            }
        }
        return units;
    }

    private static boolean covers(Credit credit, Claim ended) {
        return Shares.minus(wanted(ended), offered(credit)) <= ended.terms().tolerance();
    }

    private static long offered(Credit credit) {
        return Shares.plus(credit.note().amount(), credit.note().returnFee());
    }

    private static @Nullable Claim onlyFit(Credit credit, Collection<Claim> candidates) {
        long offered = offered(credit);
        Claim fit = null;
        for (Claim claim : candidates) {
            long distance = Math.abs(Shares.minus(offered, wanted(claim)));
            if (distance <= claim.terms().tolerance()) {
                if (fit != null) {
                    return null;
                }
                fit = claim;
            }
        }
        return fit;
    }

    private static long wanted(Claim claim) {
        if (claim.settlement != null) {
            return Shares.minus(claim.settlement.amount(), claim.money);
        }
        long net = claim.outstanding.net();
        return net > 0 ? net : claim.valueOf(group -> true);
    }

    /** Takes a correction back at an instant: exactly what it settled is outstanding again. */
    void reverse(Credit credit, long at) {
        for (Chunk chunk : credit.chunks) {
            chunk.claimLine.giveBack(chunk, at);
            Claim claim = chunk.claimLine.claim;
            claim.emptied = null;
            claim.money = Shares.minus(claim.money, chunk.money);
            claim.credits--;
        }
        Claim first = credit.first;
        if (first != null) {
            first.money = Shares.minus(
                    first.money, credit.isAmountOnly() ? credit.note().amount() : credit.beyondLines());
            first.fees = Shares.minus(first.fees, credit.note().returnFee());
            if (credit.isAmountOnly()) {
                first.amountsOnly--;
                first.credits--;
            }
        }
        credit.chunks.clear();
        credit.parts.forEach(part -> part.taken = 0);
        credit.first = null;
        credit.reversed = true;
    }

    /** Within how much money counts as covering units: the tolerance, if an amount without lines is among it. */
    private static long covering(Claim claim) {
        return claim.amountsOnly > 0 ? claim.terms().tolerance() : 0;
    }

    private static void cover(Claim claim, ClaimLine line, UnitGroup group, long since) {
        Chunk chunk = new Chunk(null, line, group.refusal(), group.units(), 0, since);
        group.take(group.units());
        claim.covered.add(chunk);
        line.account.insert(chunk);
    }

    /**
     * Counts the units of a case as credited where the money credited on it leaves nothing of them (within the
     * tolerance, if an amount without lines is among it), and takes that back where it no longer does. Units whose refusal
     * stands are left out, unless they had been covered before it did or are all that is left.
     *
     * @return whether units that had been covered no longer are
     */
    boolean cover(Claim claim, long at) {
        long since = claim.covered.isEmpty() ? sequence++ : claim.covered.get(0).sequence;
        Set<UnitGroup> coverable = new HashSet<>();
        if (!claim.covered.isEmpty()) {
            if (isCoveredStill(claim, at)) {
                return false;
            }
            claim.covered.forEach(chunk -> coverable.add(chunk.claimLine.uncover(chunk)));
            claim.covered.clear();
            valuation.revalue(at, false);
        }
        long surplus = Valuation.surplus(claim);
        if (surplus <= 0 || claim.settlement != null) {
            return !coverable.isEmpty();
        }
        boolean finalToo = claim.valueOf(group -> !group.isFinal(at)) == 0;
        Predicate<UnitGroup> isMeant = group -> finalToo || !group.isFinal(at) || coverable.contains(group);
        long value = claim.valueOf(isMeant);
        if (value > 0 && Shares.minus(value, surplus) <= covering(claim)) {
            for (ClaimLine line : claim.lines.values()) {
                for (UnitGroup group : line.inTakingOrder(at, true)) {
                    if (isMeant.test(group)) {
                        cover(claim, line, group, since);
                    }
                }
            }
            valuation.revalue(at, false);
        }
        return claim.covered.isEmpty() && !coverable.isEmpty();
    }

    /**
     * Units keep their place on their line, and with it their value, for as long as the money is enough: given back and
     * counted anew they would come last, and could be worth more than what has paid for them.
     */
    private static boolean isCoveredStill(Claim claim, long at) {
        long coveredValue = 0;
        for (Chunk chunk : claim.covered) {
            coveredValue = Shares.plus(coveredValue, chunk.value);
        }
        long surplus = Shares.plus(Valuation.beyondCredited(claim), coveredValue);
        return claim.settlement == null
                && surplus > 0
                && Shares.minus(coveredValue, surplus) <= covering(claim)
                && claim.valueOf(group -> !group.isFinal(at)) == 0;
    }
}
