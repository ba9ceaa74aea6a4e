package dev.frist.domain.holiday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The banking days of a market: no Saturday, no Sunday, no public holiday. Jollyday's calendar of Sweden counts
 * Midsummer Eve, Christmas Eve and New Year's Eve among the public holidays, as the domain rules do (section 6).
 *
 * <p>Public holidays are known for the years 1970 to 2149, since the Islamic calendar is tabled not much further;
 * outside of these only weekends are no banking days. That bounds what is remembered, whatever dates events carry.
 * Thread-safe; the same date always gets the same answer.
 */
public final class BankingDays {

    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2149;

    private static final BitSet NONE = new BitSet();
    private static final Set<String> KNOWN = Set.copyOf(HolidayManager.getSupportedCalendarCodes());
    private static final ConcurrentMap<String, BankingDays> BY_MARKET = new ConcurrentHashMap<>();

    private final HolidayManager holidays;
    private final AtomicReferenceArray<@Nullable BitSet> holidaysByYear =
            new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    /** Remembers nothing of what others have read; {@link #of} is for all but tests. */
    BankingDays(String market) {
        if (!isKnown(market)) {
            throw new IllegalArgumentException("there is no holiday calendar '" + market + "'");
        }
        this.holidays = HolidayManager.getInstance(ManagerParameters.create(market));
    }

    /** Whether there is a holiday calendar of that name: an ISO 3166 code in capitals, such as {@code SE}. */
    public static boolean isKnown(String market) {
        return KNOWN.contains(market);
    }

    /**
     * The banking days of a market.
     *
     * @param market an ISO 3166 code in capitals
     * @throws IllegalArgumentException where {@link #isKnown} says no
     */
    public static BankingDays of(String market) {
        return BY_MARKET.computeIfAbsent(market, BankingDays::new);
    }

    /** Whether that local date is a banking day. */
    public boolean contains(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && !holidaysIn(date.getYear()).get(date.getDayOfYear());
    }

    private BitSet holidaysIn(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return NONE;
        }
        BitSet remembered = holidaysByYear.get(year - FIRST_YEAR);
        if (remembered == null) {
            remembered = readHolidays(year);
            holidaysByYear.set(year - FIRST_YEAR, remembered);
        }
        return remembered;
    }

    /**
     * Jollyday lists an observed holiday under the year it belongs to: 31 December 2021, New Year's Day in the United
     * States, under 2022.
     */
    private synchronized BitSet readHolidays(int year) {
        BitSet days = new BitSet();
        for (int listed = year - 1; listed <= year + 1; listed++) {
            for (Holiday holiday : holidays.getHolidays(Year.of(listed), HolidayType.PUBLIC_HOLIDAY)) {
                LocalDate date = holiday.getDate();
                if (date.getYear() == year) {
                    days.set(date.getDayOfYear());
                }
            }
        }
        return days;
    }
}
