package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Outstanding;
import dev.frist.domain.ledger.Refusal;
import dev.frist.domain.ledger.Shares;
import dev.frist.domain.ledger.UnitGroup;
import dev.frist.domain.order.PublishedDispute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What of a case should be in dispute: the units of a contested refusal at once; past deadline and grace all that is
 * outstanding, except units of a refusal that may yet stand. Never anything that is not outstanding.
 *
 * @param amount minor units, net: money that cannot be told apart by units is taken off
 * @param shortage the part of the amount that is money without units
 */
record Contention(List<DecisionLine> lines, long amount, long shortage, Ground ground, Review review) {

    static final Contention NONE = new Contention(List.of(), 0, 0, Ground.MERCHANT_SILENT, Review.STANDARD);

    /** What should be in dispute at an instant, if everything that lies in the topics has been read. */
    static Contention of(Case returned, long asOf) {
        return of(returned, isDue(returned, asOf) && returned.deadline().proven());
    }

    /** What would be in dispute if the merchant were proven to have been told. */
    static Contention ifProven(Case returned, long asOf) {
        return of(returned, isDue(returned, asOf));
    }

    static boolean isDue(Case returned, long asOf) {
        return returned.deadline().isKnown() && asOf >= returned.deadline().firesAt();
    }

    private static Contention of(Case returned, boolean due) {
        return returned.isOpen() ? of(returned.claim(), due) : NONE;
    }

    /** What of the claim of an open case should be in dispute, before deadline and grace have passed or after. */
    static Contention of(Claim claim, boolean due) {
        Outstanding outstanding = claim.outstanding();
        long[] surplus = {outstanding.surplus()};
        long net = 0;
        List<Predicate<UnitGroup>> disputed = new ArrayList<>();
        for (Share share : Share.values()) {
            Predicate<UnitGroup> units = share::has;
            long value =
                    claim.units(units).stream().mapToLong(DecisionLine::amount).reduce(0, Shares::plus);
            long lowered = Math.min(value, surplus[0]);
            surplus[0] -= lowered;
            if (share == Share.CONTESTED || (due && share != Share.WAITING)) {
                net = Shares.plus(net, value - lowered);
                disputed.add(units);
            }
        }
        long shortage = due ? outstanding.shortage() : 0;
        if (net == 0 && shortage == 0) {
            return NONE;
        }
        List<DecisionLine> lines = new ArrayList<>();
        Predicate<UnitGroup> any = disputed.stream().reduce(group -> false, Predicate::or);
        for (DecisionLine line : claim.units(any)) {
            lines.add(new DecisionLine(line.lineId(), line.quantity(), line.amount(), groundOf(claim, line, any)));
        }
        return ground(lines, Shares.plus(net, shortage), shortage);
    }

    private static Ground groundOf(Claim claim, DecisionLine line, Predicate<UnitGroup> disputed) {
        boolean refused = claim.units(disputed.and(group -> group.refusal() != null)).stream()
                .anyMatch(other -> other.lineId().equals(line.lineId()));
        if (refused) {
            return Ground.MERCHANT_REFUSED;
        }
        if (claim.hasFinding(line.lineId())) {
            return Ground.GOODS_CONTESTED;
        }
        return claim.isCredited() ? Ground.CREDIT_SHORT : Ground.MERCHANT_SILENT;
    }

    /** The dispute takes the strongest ground of its lines; an amount without units is CREDIT_SHORT. */
    private static Contention ground(List<DecisionLine> lines, long amount, long shortage) {
        Ground strongest = shortage > 0 || lines.isEmpty() ? Ground.CREDIT_SHORT : Ground.MERCHANT_SILENT;
        boolean human = false;
        for (DecisionLine line : lines) {
            Ground ground = line.ground();
            if (ground != null && ground.compareTo(strongest) < 0) {
                strongest = ground;
            }
            human |= ground == Ground.MERCHANT_REFUSED || ground == Ground.GOODS_CONTESTED;
        }
        return new Contention(
                List.copyOf(lines), amount, shortage, strongest, human ? Review.HUMAN_REQUIRED : Review.STANDARD);
    }

    boolean isNothing() {
        return amount == 0;
    }

    /** Whether this takes in units or money that the open dispute does not have. */
    boolean growsBeyond(PublishedDispute open) {
        for (DecisionLine line : lines) {
            if (line.quantity() > quantity(open.lines(), line.lineId())) {
                return true;
            }
        }
        return amount > open.amount();
    }

    /** Whether this leaves out units or money that the open dispute has. */
    boolean shrinksFrom(PublishedDispute open) {
        for (DecisionLine line : open.lines()) {
            if (line.quantity() > quantity(lines, line.lineId())) {
                return true;
            }
        }
        return amount < open.amount();
    }

    /** Whether this is what the open dispute says. */
    boolean isSameAs(PublishedDispute open) {
        return lines.equals(open.lines())
                && amount == open.amount()
                && ground == open.ground()
                && review == open.review();
    }

    /** What this and the open dispute have in common: all that may be published before the input is complete. */
    Contention within(PublishedDispute open) {
        List<DecisionLine> common = new ArrayList<>();
        long units = 0;
        for (DecisionLine line : lines) {
            for (DecisionLine other : open.lines()) {
                if (other.lineId().equals(line.lineId())) {
                    boolean fewer = line.quantity() < other.quantity();
                    DecisionLine kept = fewer
                            ? line
                            : new DecisionLine(line.lineId(), other.quantity(), other.amount(), line.ground());
                    common.add(kept);
                    units = Shares.plus(units, kept.amount());
                }
            }
        }
        long openUnits = open.lines().stream().mapToLong(DecisionLine::amount).reduce(0, Shares::plus);
        long missing = Math.min(shortage, Math.max(0, open.amount() - openUnits));
        long most = Math.min(Math.min(amount, open.amount()), Shares.plus(units, missing));
        return most == 0 ? NONE : ground(common, most, missing);
    }

    private static int quantity(List<DecisionLine> lines, String lineId) {
        for (DecisionLine line : lines) {
            if (line.lineId().equals(lineId)) {
                return line.quantity();
            }
        }
        return 0;
    }

    /** Units in the order in which money that belongs to none of them in particular is taken to have paid for them. */
    private enum Share {
        UNREFUSED,
        WAITING,
        REFUSED,
        CONTESTED;

        boolean has(UnitGroup group) {
            if (group.isRefusedForGood()) {
                return false;
            }
            Refusal refusal = group.refusal();
            if (refusal == null) {
                return this == UNREFUSED;
            }
            if (refusal.isContested()) {
                return this == CONTESTED;
            }
            return this == (refusal.mayStand() ? WAITING : REFUSED);
        }
    }
}
