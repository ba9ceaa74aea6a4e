package dev.frist.domain.ledger;

import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The three-way match of an order: its facts folded, in the order in which they are judged, into units and money per
 * line and return. Everything that a verdict says of units and amounts is read off here.
 */
public final class OrderLedger {

    private final Map<String, LineAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final List<Credit> credits = new ArrayList<>();
    private final Valuation valuation = new Valuation(accounts, claims.values(), credits);
    private final Allocation allocation = new Allocation(claims, valuation);
    private final Map<String, Terms> termsByReturn;
    private final Settlements settlements;
    private final Function<Moment, @Nullable String> namedBy;
    private final long asOf;
    private long stood = Long.MIN_VALUE;

    private OrderLedger(
            OrderPlaced placed,
            Map<String, Terms> termsByReturn,
            Settlements settlements,
            Function<Moment, @Nullable String> namedBy,
            long asOf) {
        this.asOf = asOf;
        this.termsByReturn = termsByReturn;
        this.settlements = settlements;
        this.namedBy = namedBy;
        for (OrderLine line : placed.lines()) {
            accounts.put(line.lineId(), new LineAccount(line));
        }
    }

    /**
     * Folds the facts of an order.
     *
     * @param terms the terms of every registered return, by returnId
     * @param namedBy the return that a credit note counts as naming, null for none: what it says, unless it waited too
     *     long for that return
     * @param asOf the instant at which windows and standing refusals are judged, epoch millis
     */
    public static OrderLedger fold(
            Timeline timeline,
            OrderPlaced placed,
            Map<String, Terms> terms,
            Function<Moment, @Nullable String> namedBy,
            long asOf) {
        Settlements settlements = Settlements.of(timeline);
        OrderLedger ledger = new OrderLedger(placed, terms, settlements, namedBy, asOf);
        for (Moment moment : timeline.moments()) {
            ledger.passTime(moment.at());
            ledger.apply(moment);
        }
        ledger.stand(Shares.plus(asOf, 1));
        ledger.valuation.revalue(asOf, true);
        return ledger;
    }

    /** The claims, oldest registration first. */
    public Collection<Claim> claims() {
        return claims.values();
    }

    /** The credit notes, in the order in which they count. */
    public List<Credit> credits() {
        return credits;
    }

    /** The value of units that were taken off the order, minor units. */
    public long cancelledValue() {
        long value = 0;
        for (LineAccount account : accounts.values()) {
            value = Shares.plus(value, account.cancelledValue());
        }
        return value;
    }

    /** What credits that no return has pay for units that were taken off the order, minor units. */
    public long creditForCancelled() {
        return new CancelledCredit(accounts.values(), credits).money();
    }

    /** Units credited beyond those that returns hold, as money; told on this return. Minor units. */
    public long creditedBeyondClaims(Claim told) {
        return new BeyondClaims(accounts.values(), claims, credits, asOf).toldOn(told);
    }

    /** Whether any credit waits for a return that comes later. */
    public boolean hasWaitingCredit() {
        for (Credit credit : credits) {
            if (credit.isWaiting()) {
                return true;
            }
        }
        return false;
    }

    /** The lines of the order of which a return that is registered at an instant could claim a unit. */
    public List<String> linesToClaim(long at) {
        List<String> lineIds = new ArrayList<>();
        for (LineAccount account : accounts.values()) {
            if (unitsFree(account, at) > 0) {
                lineIds.add(account.line.lineId());
            }
        }
        return lineIds;
    }

    private long unitsFree(LineAccount account, long at) {
        return (long) account.line.quantity() - account.cancelled - heldOn(account.line.lineId(), at);
    }

    private void passTime(long at) {
        stand(at);
        valuation.revalue(at, false);
        emptyRefused(at);
    }

    /**
     * Lets each refusal stand that does so before an instant. The money credited on a case, or a correction that waits,
     * may be just what is left without the units refused.
     */
    private void stand(long end) {
        long at = nextStanding(end);
        while (at < end) {
            stood = Shares.plus(at, 1);
            valuation.revalue(stood, false);
            emptyRefused(at);
            Snapshot before = Snapshot.of(claims.values());
            settle(stood, false);
            for (Claim claim : claims.values()) {
                Ground ground = claim.groundOfRefusal() == Ground.CREDITED ? Ground.CREDITED : Ground.REFUSAL_STANDS;
                note(claim, before, new Emptied(null, at, ground));
            }
            at = nextStanding(end);
        }
    }

    private long nextStanding(long before) {
        long next = before;
        for (Claim claim : claims.values()) {
            for (Refusal refusal : claim.refusals) {
                long at = refusal.stands() ? refusal.standsAt() : Terms.NEVER;
                next = at >= stood ? Math.min(next, at) : next;
            }
        }
        return next;
    }

    private void emptyRefused(long at) {
        for (Claim claim : claims.values()) {
            if (claim.emptied == null && claim.outstanding.isNothing()) {
                claim.emptied = new Emptied(null, at, Ground.REFUSAL_STANDS);
            }
        }
    }

    private void apply(Moment moment) {
        Snapshot before = Snapshot.of(claims.values());
        boolean again = false;
        if (moment.payload() instanceof OrderCancelled cancelled) {
            cancelOrder(cancelled, moment.at());
        } else if (moment.payload() instanceof ReturnPayload said) {
            applyReturn(said, moment);
            again = said instanceof ReturnRegistered && !isVoid(said.returnId());
        } else if (moment.payload() instanceof CreditNoteIssued note) {
            credits.add(new Credit(moment, note, settlements.named(note, namedBy.apply(moment))));
        } else if (moment.payload() instanceof CorrectionReversed reversed) {
            again = reverse(reversed, Math.max(moment.at(), moment.fact().arrivedAt()));
        }
        settle(moment.at(), again);
        if (settlements.conclude(moment, claims, credits)) {
            settle(moment.at(), again);
        }
        note(moment, before);
    }

    private void settle(long at, boolean again) {
        valuation.revalue(at, false);
        claims.values().forEach(claim -> allocation.cover(claim, at));
        boolean settled = true;
        while (settled) {
            // What one credit settles may leave just what an earlier one that waits can take.
            settled = false;
            for (Credit credit : credits) {
                if (allocation.allocate(credit, at, again)) {
                    valuation.revalue(at, false);
                    settled = true;
                }
            }
            if (!settled) {
                // And it may cost money that had covered units: what waits may take these.
                for (Claim claim : claims.values()) {
                    settled |= allocation.cover(claim, at);
                }
            }
        }
        valuation.revalue(at, false);
    }

    private void note(Moment moment, Snapshot before) {
        claims.values()
                .forEach(claim -> note(claim, before, new Emptied(moment, moment.at(), groundOf(moment, claim))));
    }

    private static void note(Claim claim, Snapshot before, Emptied now) {
        if (before.hadMore(claim)) {
            claim.reduced = now;
        }
        for (ClaimLine line : claim.lines.values()) {
            if (before.hadMore(line)) {
                line.reduced = now;
            }
        }
        if (!claim.outstanding.isNothing()) {
            claim.emptied = null;
        } else if (claim.emptied == null || (now.ground() == Ground.CREDITED && isCreditedAfterRefusal(claim))) {
            claim.emptied = now;
        }
    }

    /** Whether a case that had ended by refusal was credited whole since. */
    private static boolean isCreditedAfterRefusal(Claim claim) {
        Emptied emptied = claim.emptied;
        return emptied != null
                && (emptied.ground() == Ground.REFUSAL_ACCEPTED || emptied.ground() == Ground.REFUSAL_STANDS)
                && claim.groundOfRefusal() == Ground.CREDITED;
    }

    private boolean isVoid(String returnId) {
        Claim claim = claims.get(returnId);
        return claim == null || claim.isVoid();
    }

    private static Ground groundOf(Moment moment, Claim claim) {
        if (moment.payload() instanceof CorrectionReversed) {
            return claim.groundOfRefusal();
        }
        if (moment.payload() instanceof ReturnCancelled || moment.payload() instanceof OrderCancelled) {
            return Ground.CANCELLED;
        }
        return moment.payload() instanceof RefusalAnswered ? Ground.REFUSAL_ACCEPTED : Ground.CREDITED;
    }

    private void applyReturn(ReturnPayload said, Moment moment) {
        if (said instanceof ReturnRegistered registered) {
            register(registered, moment);
            return;
        }
        Claim claim = claims.get(said.returnId());
        if (claim == null) {
            return;
        }
        if (said instanceof ReturnCancelled cancelled) {
            cancel(claim, cancelled, moment.at());
        } else if (said instanceof ReturnRefused refused) {
            refuse(claim, refused, moment);
        } else if (said instanceof RefusalAnswered answered) {
            Answer answer = answered.answer();
            claim.refusals.forEach(refusal -> refusal.answer(answer, moment.at()));
        } else if (said instanceof ReturnReceived received) {
            received.lines().stream()
                    .filter(line -> line.condition() != Condition.AS_SOLD)
                    .forEach(line -> claim.findings.add(line.lineId()));
        }
    }

    private void register(ReturnRegistered registered, Moment moment) {
        Terms terms = termsByReturn.get(registered.returnId());
        if (terms == null) {
            throw new IllegalArgumentException("no terms for a registered return");
        }
        Claim claim = new Claim(moment, registered, terms);
        claim.registeredUnits().forEach((lineId, units) -> {
            LineAccount account = accounts.get(lineId);
            if (account != null) {
                long left = unitsFree(account, moment.at());
                int accepted = (int) Math.max(0, Math.min(units, left));
                claim.lines.put(lineId, new ClaimLine(claim, account, accepted));
                if (accepted < units) {
                    claim.excess.put(lineId, units - accepted);
                }
            }
        });
        claims.put(registered.returnId(), claim);
    }

    /** Units that returns hold at an instant: open, disputed, credited or settled ones. */
    private long heldOn(String lineId, long at) {
        long held = 0;
        for (Claim claim : claims.values()) {
            held += heldOn(lineId, claim, at);
        }
        return held;
    }

    private static long heldOn(String lineId, Claim claim, long at) {
        ClaimLine line = claim.lines.get(lineId);
        if (line == null) {
            return 0;
        }
        if (claim.settlement != null) {
            return line.held();
        }
        return claim.hasEndedByWindow(at) ? line.unitsCredited() : line.held() - line.unitsFinal(at);
    }

    private void cancel(Claim claim, ReturnCancelled cancelled, long at) {
        if (claim.settlement != null) {
            return;
        }
        Map<String, Integer> wanted = cancelled.lines() == null ? null : Claim.merged(cancelled.lines());
        for (ClaimLine line : claim.lines.values()) {
            int left = wanted == null ? Integer.MAX_VALUE : wanted.getOrDefault(line.lineId(), 0);
            line.cancelledByConsumer += takeOff(line, left, at);
        }
        if (wanted == null) {
            valuation.revalue(at, false);
            claim.forgiven = Shares.plus(claim.forgiven, claim.outstanding.shortage());
        }
    }

    private static int takeOff(ClaimLine line, int most, long at) {
        int taken = 0;
        for (UnitGroup group : line.inTakingOrder(at, false)) {
            int units = Math.min(most - taken, group.units());
            long value = group.units() == 0 ? 0 : Shares.worth(group.value(), group.units(), 0, units);
            group.take(units);
            taken += units;
            line.cancelledValue = Shares.plus(line.cancelledValue, value);
        }
        return taken;
    }

    private void cancelOrder(OrderCancelled cancelled, long at) {
        Map<String, Integer> wanted = cancelled.lines() == null ? null : Claim.merged(cancelled.lines());
        List<Claim> youngestFirst = new ArrayList<>(claims.values());
        Collections.reverse(youngestFirst);
        for (LineAccount account : accounts.values()) {
            String lineId = account.line.lineId();
            long left = wanted == null ? Integer.MAX_VALUE : wanted.getOrDefault(lineId, 0);
            long unclaimed = unitsFree(account, at);
            int free = (int) Math.max(0, Math.min(left, unclaimed));
            account.cancelled += free;
            left -= free;
            for (Claim claim : youngestFirst) {
                ClaimLine line = claim.lines.get(lineId);
                if (line != null && left > 0 && claim.isOpen(at)) {
                    int taken = takeOff(line, (int) left, at);
                    line.cancelledByOrder += taken;
                    account.cancelled += taken;
                    left -= taken;
                }
            }
        }
    }

    private void refuse(Claim claim, ReturnRefused refused, Moment moment) {
        Refusal refusal = new Refusal(moment, claim.terms(), asOf);
        claim.refusals.add(refusal);
        if (!claim.isOpen(moment.at())) {
            return;
        }
        Map<String, Integer> wanted = refused.lines() == null ? null : Claim.merged(refused.lines());
        for (ClaimLine line : claim.lines.values()) {
            int left = wanted == null ? Integer.MAX_VALUE : wanted.getOrDefault(line.lineId(), 0);
            int units = 0;
            long value = 0;
            for (UnitGroup group : line.inTakingOrder(moment.at(), false)) {
                int taken = Math.min(left, group.units());
                left -= taken;
                units += taken;
                value += Shares.worth(group.value(), group.units(), 0, taken);
                if (group.refusal() == null && taken > 0) {
                    group.take(taken);
                    line.group(refusal).add(taken);
                }
            }
            if (value > 0) {
                refusal.took(line.lineId(), units, value);
            }
        }
    }

    /** Reverses a credit note, if it is in force, at the instant in which that became known. */
    private boolean reverse(CorrectionReversed reversed, long knownAt) {
        for (Credit credit : credits) {
            if (credit.note().correctionId().equals(reversed.reverses()) && credit.inForce()) {
                allocation.reverse(credit, knownAt);
                return true;
            }
        }
        return false;
    }
}
