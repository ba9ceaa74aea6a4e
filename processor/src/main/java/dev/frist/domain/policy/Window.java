package dev.frist.domain.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;

/** A length of time in ISO 8601: local days in a calendar's zone, or exact. */
public sealed interface Window {

    /** Counts local days (and weeks, months) in the zone of the calendar, such as {@code P21D}. */
    record Days(Period period) implements Window {
        @Override
        public String toString() {
            return period.toString();
        }
    }

    /** Exact, whatever the calendar says, such as {@code PT15S}. */
    record Exact(Duration duration) implements Window {
        @Override
        public String toString() {
            return duration.toString();
        }
    }

    /**
     * Reads a window that is not negative.
     *
     * @throws IllegalArgumentException where the text is neither a date-based nor a time-based ISO 8601 length, or is
     *     negative
     */
    static Window parse(String text) {
        try {
            Window window =
                    text.startsWith("PT") ? new Exact(Duration.parse(text)) : new Days(Period.parse(text));
            if (window instanceof Exact exact && exact.duration().isNegative()
                    || window instanceof Days days && days.period().isNegative()) {
                throw new IllegalArgumentException("'" + text + "' is negative");
            }
            return window;
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no ISO 8601 length of time, either date-based (P21D) or time-based (PT15S)",
                    unreadable);
        }
    }

    /** Length in milliseconds with a day as 24 hours and a month as 30 days, to compare windows. */
    default long roughMillis() {
        if (this instanceof Exact exact) {
            return exact.duration().toMillis();
        }
        Period period = ((Days) this).period();
        return Math.multiplyExact(Duration.ofDays(1).toMillis(), period.toTotalMonths() * 30 + period.getDays());
    }
}
