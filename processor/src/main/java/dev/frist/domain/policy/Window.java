package dev.frist.domain.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;

/** A length of time in ISO 8601, not negative and of 100 years at most: local days in a calendar's zone, or exact. */
public sealed interface Window {

    /** Counts local days (and weeks, months, years) in the zone of the calendar, such as {@code P21D}. */
    record Days(Period period) implements Window {

        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException where the period is negative in any part, or beyond 100 years
         */
        public Days {
            if (period.isNegative()) {
                throw new IllegalArgumentException("'" + period + "' is negative: allowed is P0D or more");
            }
            if (period.toTotalMonths() > Bounds.MONTHS || Bounds.roughDays(period) > Bounds.DAYS) {
                throw new IllegalArgumentException("'" + period + Bounds.BEYOND);
            }
        }

        @Override
        public String toString() {
            return period.toString();
        }
    }

    /** Exact, whatever the calendar says, such as {@code PT15S}. */
    record Exact(Duration duration) implements Window {

        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException where the duration is negative, or beyond 100 years
         */
        public Exact {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("'" + duration + "' is negative: allowed is PT0S or more");
            }
            if (duration.compareTo(Duration.ofDays(Bounds.DAYS)) > 0) {
                throw new IllegalArgumentException("'" + duration + Bounds.BEYOND);
            }
        }

        @Override
        public String toString() {
            return duration.toString();
        }
    }

    /**
     * Reads a window. One spelling only: capitals, no signs, either a date-based part ({@code P1Y2M3W4D}) or a time-based
     * one ({@code PT1H2M3.5S}), to the millisecond. A day and some hours would be neither local nor exact.
     *
     * @throws IllegalArgumentException where the text is anything else, or beyond 100 years; the message is a sentence
     *     that says what is allowed
     */
    static Window parse(String text) {
        try {
            if (Bounds.DATE_BASED.matcher(text).matches()) {
                return new Days(Period.parse(text));
            }
            if (Bounds.TIME_BASED.matcher(text).matches()) {
                return new Exact(Duration.parse(text));
            }
        } catch (DateTimeException | ArithmeticException tooLarge) {
            throw new IllegalArgumentException("'" + text + Bounds.BEYOND, tooLarge);
        }
        if (Bounds.MIXED.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' mixes days with hours, minutes or seconds: allowed is either date-based (P21D) or time-based"
                    + " (PT36H)");
        }
        throw new IllegalArgumentException("'" + text
                + "' is no ISO 8601 length of time: allowed is either date-based (P21D) or time-based (PT15S), in"
                + " capitals and without signs");
    }

    /** Length in milliseconds with a day as 24 hours and a month as 30 days, to compare windows; exact for exact ones. */
    default long roughMillis() {
        if (this instanceof Exact exact) {
            return exact.duration().toMillis();
        }
        return Duration.ofDays(Bounds.roughDays(((Days) this).period())).toMillis();
    }
}
