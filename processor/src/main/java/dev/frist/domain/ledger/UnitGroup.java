package dev.frist.domain.ledger;

import org.jspecify.annotations.Nullable;

/** Units of one claimed line that nobody has credited or cancelled, and that share one refusal or none. */
public final class UnitGroup {

    private final @Nullable Refusal refusal;
    private int units;
    private long value;
    private int worthUnits;
    private boolean refusedForGood;
    private int backSinceItStood;

    UnitGroup(@Nullable Refusal refusal, int units) {
        this.refusal = refusal;
        this.units = units;
    }

    void add(int more) {
        units += more;
    }

    /** Adds units that a reversal gives back; those of a refusal that had stood by then were not judged with the others. */
    void giveBack(int more, long at) {
        units += more;
        if (refusal != null && refusal.isDueToStand(at)) {
            backSinceItStood += more;
        }
    }

    void take(int fewer) {
        units -= fewer;
        backSinceItStood = Math.max(0, backSinceItStood - fewer);
    }

    void valued(long newValue, int newWorthUnits, boolean isRefusedForGood) {
        value = newValue;
        worthUnits = newWorthUnits;
        refusedForGood = isRefusedForGood;
    }

    /** Whether a refusal of these units was accepted, or stands. */
    public boolean isRefusedForGood() {
        return refusedForGood;
    }

    /** The refusal that these units are under, or null. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    int units() {
        return units;
    }

    /** What the units are worth, minor units. */
    public long value() {
        return value;
    }

    /** The units that are worth anything; the rest is never outstanding. */
    public int worthUnits() {
        return worthUnits;
    }

    /** Whether a reversal gave some of these units back after their refusal had stood. */
    boolean isBackSinceItStood() {
        return backSinceItStood > 0 && worthUnits > 0 && refusal != null && refusal.mayStand();
    }

    boolean isJudgedFinal() {
        return refusal != null && (refusal.isAccepted() || refusal.stands());
    }

    boolean isFinal(long at) {
        return refusal != null && refusal.isFinal(at);
    }
}
