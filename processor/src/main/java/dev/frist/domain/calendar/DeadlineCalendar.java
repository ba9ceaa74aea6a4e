package dev.frist.domain.calendar;

import dev.frist.domain.holiday.BankingDays;
import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.DayCount;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The arithmetic of deadlines (the domain rules, section 6). Pure and thread-safe. All instants are epoch millis; a
 * result that does not fit becomes {@link Long#MAX_VALUE} or {@link Long#MIN_VALUE}, it never wraps.
 *
 * <p>A local time that occurs twice is the first, one that is skipped is later by the gap. Months end with the month:
 * 31 January and a month is 28 or 29 February. A week is seven days, in banking days too.
 */
public final class DeadlineCalendar {

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final LocalTime LAST_MILLISECOND = LocalTime.of(23, 59, 59, 999_000_000);

    private DeadlineCalendar() {}

    /**
     * The end of a handling, evidence or return window, or of a minimum notice. A time-based window is exact. A
     * date-based one counts local days from the day after the start, then rolls, then takes the cutoff. An end is never
     * before its start: P0D begun in the second of two like hours ends at once.
     *
     * @throws IllegalArgumentException where banking days are asked for and the rule's holidays are not known; the guard
     *     lets no such policy pass
     */
    public static long after(long startAt, Window window, CalendarRule rule) {
        if (!(window instanceof Window.Days days)) {
            return plusExact(startAt, window, rule);
        }
        LocalDateTime start = local(startAt, rule.zone());
        LocalDate end = roll(count(start.toLocalDate(), days.period(), 1, rule), rule);
        long endAt = rule.cutoff() == Cutoff.END_OF_DAY
                ? millis(end.atTime(LAST_MILLISECOND).atZone(rule.zone()).withLaterOffsetAtOverlap())
                : millis(end.atTime(start.toLocalTime()).atZone(rule.zone()));
        return Math.max(startAt, endAt);
    }

    /**
     * The moment that lies a window before an instant, for reminders. A time-based window is exact. A date-based one
     * counts local days backwards from the day before and keeps the local time; it neither rolls nor takes a cutoff.
     *
     * @throws IllegalArgumentException as {@link #after}
     */
    public static long before(long instant, Window window, CalendarRule rule) {
        if (!(window instanceof Window.Days days)) {
            return minusSaturated(instant, window.roughMillis());
        }
        LocalDateTime from = local(instant, rule.zone());
        LocalDate day = count(from.toLocalDate(), days.period(), -1, rule);
        return millis(day.atTime(from.toLocalTime()).atZone(rule.zone()));
    }

    /**
     * Adds a grace, which is exact whatever the calendar says: grace is for transport, which knows no local days. In a
     * date-based one a day is 24 hours and a month 30 days.
     *
     * @param rule the calendar of the same policy; it has no say in the result
     */
    public static long plusExact(long at, Window grace, CalendarRule rule) {
        return plusSaturated(at, grace.roughMillis());
    }

    private static LocalDate count(LocalDate from, Period period, int direction, CalendarRule rule) {
        if (rule.dayCount() != DayCount.BANKING) {
            return direction > 0 ? from.plus(period) : from.minus(period);
        }
        BankingDays bankingDays = BankingDays.of(rule.holidays());
        LocalDate day = from.plusMonths(direction * period.toTotalMonths());
        long left = period.get(ChronoUnit.DAYS);
        while (left > 0) {
            day = day.plusDays(direction);
            if (bankingDays.contains(day)) {
                left--;
            }
        }
        return day;
    }

    private static LocalDate roll(LocalDate day, CalendarRule rule) {
        if (rule.roll() != Roll.NEXT_BANKING_DAY) {
            return day;
        }
        BankingDays bankingDays = BankingDays.of(rule.holidays());
        LocalDate rolled = day;
        while (!bankingDays.contains(rolled)) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    private static LocalDateTime local(long at, ZoneId zone) {
        Instant instant = Instant.ofEpochMilli(at);
        return LocalDateTime.ofEpochSecond(
                instant.getEpochSecond(), instant.getNano(), zone.getRules().getOffset(instant));
    }

    private static long millis(ZonedDateTime time) {
        Instant instant = time.toInstant();
        if (instant.isAfter(LATEST)) {
            return Long.MAX_VALUE;
        }
        return instant.isBefore(EARLIEST) ? Long.MIN_VALUE : instant.toEpochMilli();
    }

    private static long plusSaturated(long at, long millis) {
        return at > Long.MAX_VALUE - millis ? Long.MAX_VALUE : at + millis;
    }

    private static long minusSaturated(long at, long millis) {
        return at < Long.MIN_VALUE + millis ? Long.MIN_VALUE : at - millis;
    }
}
