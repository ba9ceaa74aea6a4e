package dev.frist.domain.ledger;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One return in the three-way match: the units it claims, what became of them, and the money credited on it. */
public final class Claim {

    private final Moment registration;
    private final ReturnRegistered registered;
    private final Terms terms;
    final Map<String, ClaimLine> lines = new LinkedHashMap<>();
    final List<Refusal> refusals = new ArrayList<>();
    final Set<String> findings = new HashSet<>();
    final List<Chunk> covered = new ArrayList<>();
    final Map<String, Integer> excess = new HashMap<>();
    long money;
    long fees;
    int amountsOnly;
    int credits;
    long forgiven;
    long excused;
    long beyond;

    @Nullable
    Settlement settlement;

    @Nullable
    Emptied emptied;

    @Nullable
    Emptied reduced;

    Outstanding outstanding = Outstanding.NOTHING;

    Claim(Moment registration, ReturnRegistered registered, Terms terms) {
        this.registration = registration;
        this.registered = registered;
        this.terms = terms;
    }

    /** The fact that registered the return. */
    public Moment registration() {
        return registration;
    }

    /** The return's id, unique within its order. */
    public String returnId() {
        return registered.returnId();
    }

    /** The terms that it is judged under. */
    public Terms terms() {
        return terms;
    }

    /** Units registered beyond those that the order had left, by line. */
    public Map<String, Integer> excess() {
        return excess;
    }

    /** Whether nothing of the claim was left: no case. */
    public boolean isVoid() {
        for (ClaimLine line : lines.values()) {
            if (line.accepted > 0) {
                return false;
            }
        }
        return true;
    }

    /** What the parties agreed on last, or null. */
    public @Nullable Settlement settlement() {
        return settlement;
    }

    /** What emptied the case, or null while something is outstanding. */
    public @Nullable Emptied emptied() {
        return emptied;
    }

    /**
     * What last left the case with fewer units of some lines outstanding; where nothing did, what last left it with less
     * of anything; null where nothing did that either.
     */
    public @Nullable Emptied reduced(Collection<String> lineIds) {
        Emptied last = null;
        for (String lineId : lineIds) {
            ClaimLine line = lines.get(lineId);
            Emptied found = line == null ? null : line.reduced;
            last = found != null && (last == null || found.at() >= last.at()) ? found : last;
        }
        return last == null ? reduced : last;
    }

    /** What is outstanding by the facts, whether or not the case has ended by its windows. */
    public Outstanding outstanding() {
        return outstanding;
    }

    /** Minor units credited on the return, net; a fee for lines that it does not claim takes nothing below 0. */
    public long money() {
        return Math.max(0, money);
    }

    /** Whether anything was credited on the return. */
    public boolean isCredited() {
        return credits > 0;
    }

    /** The refusals, in the order in which they were made. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** Whether goods of a line were received in a condition other than as sold. */
    public boolean hasFinding(String lineId) {
        return findings.contains(lineId);
    }

    /** The lines claimed, by their ids. */
    public Collection<String> lineIds() {
        return lines.keySet();
    }

    /** Money credited beyond the value of the return, or beyond what was agreed; minor units, never below 0. */
    public long overCredited() {
        return Math.max(0, Shares.minus(beyondOwed(), cancelledWithOrder()));
    }

    /** What of the money credited on the return pays for units of it that were taken off the order; minor units. */
    public long creditedForCancelled() {
        return Math.max(0, Math.min(beyondOwed(), cancelledWithOrder()));
    }

    private long beyondOwed() {
        return Shares.minus(money, settlement != null ? settlement.amount() : valueHeld());
    }

    private long cancelledWithOrder() {
        long value = 0;
        for (ClaimLine line : lines.values()) {
            value = Shares.plus(value, line.cancelledWithOrder());
        }
        return value;
    }

    private long valueHeld() {
        return Shares.plus(creditedValue(), valueOf(group -> true));
    }

    long creditedValue() {
        long value = 0;
        for (ClaimLine line : lines.values()) {
            for (Chunk chunk : line.account.chunks) {
                if (chunk.claimLine == line) {
                    value = Shares.plus(value, chunk.value);
                }
            }
        }
        return value;
    }

    long valueOf(Predicate<UnitGroup> which) {
        long value = 0;
        for (ClaimLine line : lines.values()) {
            for (UnitGroup group : line.groups) {
                if (which.test(group)) {
                    value = Shares.plus(value, group.value());
                }
            }
        }
        return value;
    }

    /** The units of a line that are neither credited nor cancelled and pass the test, with their value. */
    public List<DecisionLine> units(Predicate<UnitGroup> which) {
        List<DecisionLine> found = new ArrayList<>();
        for (ClaimLine line : lines.values()) {
            int units = 0;
            long value = 0;
            for (UnitGroup group : line.groups) {
                if (group.worthUnits() > 0 && which.test(group)) {
                    units += group.worthUnits();
                    value = Shares.plus(value, group.value());
                }
            }
            if (units > 0) {
                found.add(new DecisionLine(line.lineId(), units, value, null));
            }
        }
        return found;
    }

    /** How a case ends that a reversal leaves with refused units alone; CREDITED where it leaves none of them. */
    Ground groundOfRefusal() {
        Ground ground = Ground.CREDITED;
        for (ClaimLine line : lines.values()) {
            for (UnitGroup group : line.groups) {
                Refusal refusal = group.worthUnits() > 0 && group.isRefusedForGood() ? group.refusal() : null;
                if (refusal != null) {
                    ground = refusal.isAccepted() ? Ground.REFUSAL_ACCEPTED : ground;
                    ground = ground == Ground.CREDITED ? Ground.REFUSAL_STANDS : ground;
                }
            }
        }
        return ground;
    }

    /** The units credited, with their value. */
    public List<DecisionLine> creditedUnits() {
        List<DecisionLine> found = new ArrayList<>();
        for (ClaimLine line : lines.values()) {
            int units = 0;
            long value = 0;
            for (Chunk chunk : line.account.chunks) {
                if (chunk.claimLine == line) {
                    units += chunk.units;
                    value = Shares.plus(value, chunk.value);
                }
            }
            if (units > 0) {
                found.add(new DecisionLine(line.lineId(), units, value, null));
            }
        }
        return found;
    }

    /** The units that were cancelled, by the consumer or with the order, with what they were worth then. */
    public List<DecisionLine> cancelledUnits() {
        List<DecisionLine> found = new ArrayList<>();
        for (ClaimLine line : lines.values()) {
            int units = line.cancelledByConsumer + line.cancelledByOrder;
            if (units > 0) {
                found.add(new DecisionLine(line.lineId(), units, line.cancelledValue, null));
            }
        }
        return found;
    }

    /** The units claimed, whatever became of them. */
    public List<DecisionLine> claimedUnits() {
        List<DecisionLine> found = new ArrayList<>();
        for (ClaimLine line : lines.values()) {
            if (line.held() > 0) {
                // Of a case that had ended, others may have been credited the same units.
                long value = Math.min(valueHeldOf(line), line.account.line.amount());
                found.add(new DecisionLine(line.lineId(), line.held(), value, null));
            }
        }
        return found;
    }

    private static long valueHeldOf(ClaimLine line) {
        long value = 0;
        for (Chunk chunk : line.account.chunks) {
            value = Shares.plus(value, chunk.claimLine == line ? chunk.value : 0);
        }
        for (UnitGroup group : line.groups) {
            value = Shares.plus(value, group.value());
        }
        return value;
    }

    /** What the return registered, merged by line. */
    Map<String, Integer> registeredUnits() {
        return merged(registered.lines());
    }

    /** Whether what occurs at an instant may still take units off the return that are worth anything. */
    public boolean hasUnitsToTake(long at) {
        for (ClaimLine line : lines.values()) {
            for (UnitGroup group : line.groups) {
                if (group.worthUnits() > 0 && !group.isFinal(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a reversal gave units back after the refusal had stood that they are under and that nobody answered. */
    public boolean hasUnitsBackSinceRefusalStood() {
        for (ClaimLine line : lines.values()) {
            for (UnitGroup group : line.groups) {
                if (group.isBackSinceItStood()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an answer that occurs at an instant would reach a refusal of units that are worth anything. */
    public boolean hasRefusalToAnswer(long at) {
        for (ClaimLine line : lines.values()) {
            for (UnitGroup group : line.groups) {
                Refusal refusal = group.worthUnits() > 0 ? group.refusal() : null;
                if (refusal != null && !refusal.isFinal(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether units that nobody credited or cancelled are under a refusal, whatever they are worth. */
    public boolean hasUnitsUnder(Refusal refusal) {
        for (ClaimLine line : lines.values()) {
            for (UnitGroup group : line.groups) {
                if (group.refusal() == refusal && group.units() > 0) {
                    return settlement == null;
                }
            }
        }
        return false;
    }

    /** Whether the case is open for what occurs at an instant: not settled, and not ended by its windows. */
    public boolean isOpen(long at) {
        return settlement == null && !hasEndedByWindow(at) && !isVoid();
    }

    /**
     * Whether, for what occurs at an instant, the return had ended outside the return window or without goods sent. What
     * occurs in the instant in which a window ends comes before that end.
     */
    boolean hasEndedByWindow(long at) {
        return terms.outsideWindow() || at > terms.notSentAt();
    }

    /** Whether the parties settled on more than was credited. */
    boolean waitsForAgreedCredit() {
        return settlement != null && money < settlement.amount();
    }

    static Map<String, Integer> merged(List<LineQuantity> lines) {
        Map<String, Integer> units = new LinkedHashMap<>();
        lines.forEach(line ->
                units.merge(line.lineId(), line.quantity(), (a, b) -> (int) Math.min(Integer.MAX_VALUE, (long) a + b)));
        return units;
    }
}
