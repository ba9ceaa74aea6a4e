package dev.frist.topology;

import java.time.InstantSource;

/**
 * Up to when the input is complete. A deadline is judged only when everything that lay in its partition of every event
 * topic at that moment has been processed: what prevents a dispute may still lie there (the domain rules, section 6).
 */
public interface Completeness {

    /** Nothing is known to be complete: no window is due. */
    long UNKNOWN = Long.MIN_VALUE;

    /**
     * The latest instant such that all that lay in that partition of the event topics then has been processed, its
     * results committed.
     *
     * @return epoch millis, by the clock of this instance; {@link #UNKNOWN} where none is known
     */
    long upTo(int partition);

    /** For simulations, in which whoever drives the clock has handed over all records of an instant before its sweep. */
    static Completeness always(InstantSource clock) {
        return partition -> clock.millis();
    }
}
