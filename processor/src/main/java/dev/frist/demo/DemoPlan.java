package dev.frist.demo;

/**
 * The size and the clock of a demo. All times are milliseconds; moments count from the start of the traffic.
 *
 * @param seed what the traffic is drawn from; the same seed gives the same traffic
 * @param orders how many orders are placed
 * @param placing how long orders are placed
 * @param handlingWindow the handling window that the demo starts with
 * @param shortenAt the moment from which the shortened window is in force
 * @param shortenedWindow the handling window from then on
 * @param minimumNotice the least time that a merchant has after having been told
 * @param reminder how long before the deadline a merchant is reminded
 * @param grace transport time after a deadline
 * @param unit how long a consumer or a merchant takes for a small step, such as sending a parcel
 */
public record DemoPlan(
        long seed,
        int orders,
        long placing,
        long handlingWindow,
        long shortenAt,
        long shortenedWindow,
        long minimumNotice,
        long reminder,
        long grace,
        long unit) {

    /** What {@code frist demo} shows: about 45 seconds of traffic. */
    public static DemoPlan standard() {
        return new DemoPlan(2025, 320, 24_000, 18_000, 15_000, 8_000, 3_000, 5_000, 1_000, 700);
    }

    /** A short one, for a test: about 20 seconds of traffic. */
    public static DemoPlan brief() {
        return new DemoPlan(2025, 220, 7_000, 7_000, 5_000, 4_000, 2_000, 2_000, 500, 300);
    }

    /** The handling window of a return that is registered at that moment. */
    long windowAt(long registered) {
        return registered < shortenAt ? handlingWindow : shortenedWindow;
    }

    /** The deadline of a return that is registered, and told, at that moment. */
    long deadlineOf(long registered) {
        return registered + windowAt(registered);
    }
}
