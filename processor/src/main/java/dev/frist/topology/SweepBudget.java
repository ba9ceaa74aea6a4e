package dev.frist.topology;

import java.time.Duration;

/**
 * How much of a task's time the due windows may take, so that a storm of them does not hold up new records.
 *
 * @param interval how often a task looks for due windows
 * @param time how long one look may take; the first window is always handled
 * @param items how many windows one look may handle
 */
public record SweepBudget(Duration interval, Duration time, int items) {

    /** Every 100 ms, at most 50 ms, at most 1000 windows. */
    public static final SweepBudget DEFAULT = new SweepBudget(Duration.ofMillis(100), Duration.ofMillis(50), 1000);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException where the interval is below a millisecond, the time negative, or no item allowed
     */
    public SweepBudget {
        if (interval.toMillis() < 1 || time.isNegative() || items < 1) {
            throw new IllegalArgumentException("a sweep needs an interval of a millisecond, some time and one item");
        }
    }

    /** Whether a look may end before all is handled that is due, and records then have their turn; not in a simulation. */
    boolean isBounded() {
        return items < Integer.MAX_VALUE;
    }
}
