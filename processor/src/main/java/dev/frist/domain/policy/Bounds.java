package dev.frist.domain.policy;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** How a {@link Window} is spelled, and how long it may be. */
final class Bounds {

    private static final long DAYS_A_MONTH = 30;

    /** 100 years, in months and in days. */
    static final long MONTHS = 1_200;

    static final long DAYS = 36_525;

    static final String BEYOND = "' is too long: allowed is 100 years (P100Y, P36525D) at most";

    private static final String DATE = "(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?";
    private static final String TIME = "(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d{1,3})?S)?";

    static final Pattern DATE_BASED = Pattern.compile("P(?=\\d)" + DATE);
    static final Pattern TIME_BASED = Pattern.compile("PT(?=\\d)" + TIME);
    static final Pattern MIXED = Pattern.compile("P(?=\\d)" + DATE + "T(?=\\d)" + TIME);

    private Bounds() {}

    /** With a month as 30 days. */
    static long roughDays(Period period) {
        return period.toTotalMonths() * DAYS_A_MONTH + period.get(ChronoUnit.DAYS);
    }
}
