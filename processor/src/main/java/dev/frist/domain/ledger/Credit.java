package dev.frist.domain.ledger;

import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit note, and how far it was allocated to returns. */
public final class Credit {

    /** A line of a credit note, and how many of its units were allocated. */
    static final class Part {
        final CreditLine line;
        int taken;

        Part(CreditLine line) {
            this.line = line;
        }

        int left() {
            return line.quantity() - taken;
        }

        long moneyLeft() {
            return Shares.worth(line.amount(), line.quantity(), taken, line.quantity());
        }
    }

    private final Moment moment;
    private final CreditNoteIssued note;
    private final @Nullable String named;
    final List<Part> parts = new ArrayList<>();
    final List<Chunk> chunks = new ArrayList<>();

    @Nullable
    Claim first;

    boolean reversed;
    boolean tried;

    Credit(Moment moment, CreditNoteIssued note, @Nullable String named) {
        this.moment = moment;
        this.note = note;
        this.named = named;
        if (note.lines() != null) {
            note.lines().forEach(line -> parts.add(new Part(line)));
        }
    }

    /** The fact that credited. */
    public Moment moment() {
        return moment;
    }

    /** What it says. */
    public CreditNoteIssued note() {
        return note;
    }

    /** The return that it names, or counts as naming; null for none. */
    public @Nullable String named() {
        return named;
    }

    /** Whether it is in force: not reversed. */
    public boolean inForce() {
        return !reversed;
    }

    /** Whether it is an amount without lines. */
    public boolean isAmountOnly() {
        return note.lines() == null;
    }

    /** Whether it settles nothing, but excuses missing money: the price was lowered, and no return is named. */
    boolean onlyExcuses() {
        return note.reason() != CorrectionReason.RETURN && named == null;
    }

    /** Whether what the named return leaves may settle others. */
    boolean settlesOthers() {
        return note.reason() == CorrectionReason.RETURN;
    }

    /** What its amount says beyond its lines; counts, with the fee, on the first return that it settles. */
    long beyondLines() {
        long lines = 0;
        for (Part part : parts) {
            lines = Shares.plus(lines, part.line.amount());
        }
        return Shares.minus(note.amount(), lines);
    }

    /** What of its amount no return has been allocated, minor units. */
    public long unallocated() {
        if (reversed) {
            return 0;
        }
        if (isAmountOnly()) {
            return first == null ? note.amount() : 0;
        }
        long allocated = first == null ? 0 : beyondLines();
        for (Chunk chunk : chunks) {
            allocated = Shares.plus(allocated, chunk.money);
        }
        return Shares.minus(note.amount(), allocated);
    }

    /** Whether it names a return, or settled anything of it. */
    public boolean touches(Claim claim) {
        if (first == claim || claim.returnId().equals(named)) {
            return true;
        }
        for (Chunk chunk : chunks) {
            if (chunk.claimLine.claim == claim) {
                return true;
            }
        }
        return false;
    }

    /** Whether some of it waits for a return. */
    boolean isWaiting() {
        if (!inForce() || onlyExcuses()) {
            return false;
        }
        return isAmountOnly() ? first == null : parts.stream().anyMatch(part -> part.left() > 0);
    }

    /** Whether it is an amount that belongs to no return, or may belong to several. */
    public boolean isUnmatched() {
        return isAmountOnly() && inForce() && tried && first == null && !onlyExcuses();
    }
}
