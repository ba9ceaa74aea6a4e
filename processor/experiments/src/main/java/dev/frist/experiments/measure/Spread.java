package dev.frist.experiments.measure;

import java.util.Arrays;

/** How some durations are spread: all in millis. */
record Spread(long count, long p50, long p99, long max) {

    /** Of no particular order; none may be missing. */
    static Spread of(long[] millis) {
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new Spread(0, 0, 0, 0);
        }
        return new Spread(sorted.length, at(sorted, 0.50), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }

    @Override
    public String toString() {
        return String.format("p50 %,d ms, p99 %,d ms, max %,d ms (%,d)", p50, p99, max, count);
    }
}
