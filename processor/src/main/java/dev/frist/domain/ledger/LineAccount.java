package dev.frist.domain.ledger;

import dev.frist.domain.fact.OrderLine;
import java.util.ArrayList;
import java.util.List;

/** A line of the order: the units taken off it, and those credited, in the order in which they were. */
final class LineAccount {

    final OrderLine line;
    final List<Chunk> chunks = new ArrayList<>();
    int cancelled;

    LineAccount(OrderLine line) {
        this.line = line;
    }

    void insert(Chunk chunk) {
        int at = chunks.size();
        while (at > 0 && chunks.get(at - 1).sequence > chunk.sequence) {
            at--;
        }
        chunks.add(at, chunk);
    }

    long worth(long from, long to) {
        return Shares.worth(line.amount(), line.quantity(), from, to);
    }

    /** How many of the units {@code from + 1 … to} are worth anything, given what they are worth together. */
    int worthUnits(long from, long to, long value) {
        long units = Math.max(0, Math.min(to, line.quantity()) - from);
        return (int) (line.amount() >= line.quantity() ? units : Math.min(units, value));
    }

    /** The value of the units taken off the order, which are the last of their line. */
    long cancelledValue() {
        return worth((long) line.quantity() - cancelled, line.quantity());
    }
}
