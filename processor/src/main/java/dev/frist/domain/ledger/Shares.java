package dev.frist.domain.ledger;

import java.math.BigInteger;

/** How an amount for several units is shared among them, so that successive parts always sum to exactly the whole. */
public final class Shares {

    private Shares() {}

    /**
     * What the units {@code from + 1 … to} of {@code units} are worth of {@code total}: {@code floor(total·to/units) −
     * floor(total·from/units)}. Units beyond the last are worth nothing.
     *
     * @return minor units
     */
    public static long worth(long total, int units, long from, long to) {
        long last = Math.min(to, units);
        return last <= from ? 0 : upTo(total, units, last) - upTo(total, units, from);
    }

    private static long upTo(long total, int units, long count) {
        if (count == units) {
            return total;
        }
        if (Math.multiplyHigh(total, count) == 0 && total * count >= 0) {
            return total * count / units;
        }
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(count))
                .divide(BigInteger.valueOf(units))
                .longValue();
    }

    /** The sum, or the largest amount there is where it would overflow. */
    public static long plus(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    /** The difference, or the outermost amount there is where it would overflow. */
    public static long minus(long a, long b) {
        return b == Long.MIN_VALUE ? plus(plus(a, Long.MAX_VALUE), 1) : plus(a, -b);
    }
}
