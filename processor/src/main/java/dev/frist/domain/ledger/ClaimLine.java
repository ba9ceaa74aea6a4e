package dev.frist.domain.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one return claims of one order line, in units. */
final class ClaimLine {

    private static final Comparator<UnitGroup> TAKEN_FIRST =
            Comparator.comparingInt(group -> Refusal.rank(group.refusal()));

    final Claim claim;
    final LineAccount account;
    final int accepted;
    final List<UnitGroup> groups = new ArrayList<>();
    int cancelledByConsumer;
    int cancelledByOrder;
    long cancelledValue;

    @Nullable
    Emptied reduced;

    ClaimLine(Claim claim, LineAccount account, int accepted) {
        this.claim = claim;
        this.account = account;
        this.accepted = accepted;
        groups.add(new UnitGroup(null, accepted));
    }

    String lineId() {
        return account.line.lineId();
    }

    /** Units that the return claims still, credited or not. */
    int held() {
        return accepted - cancelledByConsumer - cancelledByOrder;
    }

    /** What the units are worth that were taken off the order with it. */
    long cancelledWithOrder() {
        return cancelledByOrder == 0
                ? 0
                : Shares.worth(account.cancelledValue(), account.cancelled, 0, cancelledByOrder);
    }

    int unitsLive(long at) {
        int units = 0;
        for (UnitGroup group : groups) {
            units += group.isFinal(at) ? 0 : group.units();
        }
        return units;
    }

    int unitsFinal(long at) {
        int units = 0;
        for (UnitGroup group : groups) {
            units += group.isFinal(at) ? group.units() : 0;
        }
        return units;
    }

    /** Units neither credited nor cancelled, nor under a refusal that was judged to be final. */
    int unitsNotRefusedForGood() {
        int units = 0;
        for (UnitGroup group : groups) {
            units += group.isRefusedForGood() ? 0 : group.units();
        }
        return units;
    }

    /** Units neither credited nor cancelled. */
    long unitsLeft() {
        long units = 0;
        for (UnitGroup group : groups) {
            units += group.units();
        }
        return units;
    }

    int unitsCredited() {
        int units = 0;
        for (Chunk chunk : account.chunks) {
            units += chunk.claimLine == this ? chunk.units : 0;
        }
        return units;
    }

    /** The groups in the order in which credits and cancellations take them, final ones last. */
    List<UnitGroup> inTakingOrder(long at, boolean finalToo) {
        List<UnitGroup> ordered = new ArrayList<>(groups);
        ordered.removeIf(group -> group.units() == 0 || (!finalToo && group.isFinal(at)));
        ordered.sort(Comparator.<UnitGroup, Boolean>comparing(group -> group.isFinal(at))
                .thenComparing(TAKEN_FIRST));
        return ordered;
    }

    UnitGroup group(@Nullable Refusal refusal) {
        for (UnitGroup group : groups) {
            if (group.refusal() == refusal) {
                return group;
            }
        }
        UnitGroup added = new UnitGroup(refusal, 0);
        groups.add(added);
        return added;
    }

    /** Takes back units that money without lines had covered; returns where they are now. */
    UnitGroup uncover(Chunk chunk) {
        account.chunks.remove(chunk);
        UnitGroup group = group(chunk.refusal);
        group.add(chunk.units);
        return group;
    }

    /** Takes back units whose credit is reversed at an instant. */
    void giveBack(Chunk chunk, long at) {
        account.chunks.remove(chunk);
        group(chunk.refusal).giveBack(chunk.units, at);
    }
}
