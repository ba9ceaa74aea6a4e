package dev.frist.scenario;

/**
 * A stretch in which nothing is processed.
 *
 * @param from epoch millis, within the outage
 * @param to epoch millis, no longer within it
 */
public record Outage(long from, long to) {

    /** Whether that instant falls into it. */
    public boolean covers(long instant) {
        return instant >= from && instant < to;
    }

    /** When what is due at that instant is processed. */
    public long processedAt(long instant) {
        return covers(instant) ? to : instant;
    }
}
