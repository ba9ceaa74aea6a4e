package dev.frist.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frist.domain.policy.CalendarRule;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.DayCount;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineCalendarTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static CalendarRule rule(DayCount count, Roll roll, Cutoff cutoff) {
        return new CalendarRule(STOCKHOLM, "SE", count, roll, cutoff);
    }

    private static CalendarRule plain(String zone) {
        return new CalendarRule(ZoneId.of(zone), "SE", DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME);
    }

    private static CalendarRule endOfDay(String zone) {
        return new CalendarRule(ZoneId.of(zone), "SE", DayCount.CALENDAR, Roll.NONE, Cutoff.END_OF_DAY);
    }

    private static long millis(String offsetDateTime) {
        return OffsetDateTime.parse(offsetDateTime).toInstant().toEpochMilli();
    }

    private static void assertInstant(long actual, String expected) {
        assertThat(Instant.ofEpochMilli(actual)).isEqualTo(Instant.ofEpochMilli(millis(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        // both changes of 2026: 29 March 02:00 → 03:00, 25 October 03:00 → 02:00
        "2026-03-20T23:30:00+01:00, P21D, 2026-04-10T23:30:00+02:00",
        "2026-03-28T01:59:59.999+01:00, P1D, 2026-03-29T01:59:59.999+01:00",
        "2026-03-28T02:00:00+01:00, P1D, 2026-03-29T03:00:00+02:00",
        "2026-03-28T02:30:00+01:00, P1D, 2026-03-29T03:30:00+02:00",
        "2026-03-28T02:59:59.999+01:00, P1D, 2026-03-29T03:59:59.999+02:00",
        "2026-03-28T03:00:00+01:00, P1D, 2026-03-29T03:00:00+02:00",
        "2026-03-28T02:30:00+01:00, P2D, 2026-03-30T02:30:00+02:00",
        "2026-10-24T01:59:59.999+02:00, P1D, 2026-10-25T01:59:59.999+02:00",
        "2026-10-24T02:00:00+02:00, P1D, 2026-10-25T02:00:00+02:00",
        "2026-10-24T02:30:00+02:00, P1D, 2026-10-25T02:30:00+02:00",
        "2026-10-24T03:00:00+02:00, P1D, 2026-10-25T03:00:00+01:00",
        "2026-10-25T02:30:00+02:00, P1D, 2026-10-26T02:30:00+01:00",
        "2026-10-25T02:30:00+01:00, P1D, 2026-10-26T02:30:00+01:00",
        // months end with the month, leap days, year ends
        "2026-01-31T10:00:00+01:00, P1M, 2026-02-28T10:00:00+01:00",
        "2028-01-31T10:00:00+01:00, P1M, 2028-02-29T10:00:00+01:00",
        "2028-02-29T10:00:00+01:00, P1Y, 2029-02-28T10:00:00+01:00",
        "2028-02-28T10:00:00+01:00, P1D, 2028-02-29T10:00:00+01:00",
        "2026-02-28T10:00:00+01:00, P1D, 2026-03-01T10:00:00+01:00",
        "2026-12-31T23:59:59.999+01:00, P1D, 2027-01-01T23:59:59.999+01:00",
        "2026-01-31T10:00:00+01:00, P1M1D, 2026-03-01T10:00:00+01:00",
        "2026-01-01T10:00:00+01:00, P1Y1M1W1D, 2027-02-09T10:00:00+01:00",
        "2026-06-05T10:00:00+02:00, P2W, 2026-06-19T10:00:00+02:00",
        // the local day, not that of UTC
        "2026-06-05T00:30:00+02:00, P1D, 2026-06-06T00:30:00+02:00",
        "2026-06-05T10:00:00+02:00, P0D, 2026-06-05T10:00:00+02:00"
    })
    void countsLocalDays(String start, String window, String end) {
        assertInstant(DeadlineCalendar.after(millis(start), Window.parse(window), plain("Europe/Stockholm")), end);
    }

    @Test
    void aWindowWithoutDaysIsNeverNegative() {
        long secondHalfPastTwo = millis("2026-10-25T02:30:00+01:00");
        assertThat(DeadlineCalendar.after(secondHalfPastTwo, Window.parse("P0D"), plain("Europe/Stockholm")))
                .isEqualTo(secondHalfPastTwo);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T10:00:00+02:00, P14D, 2026-06-22T23:59:59.999+02:00", // Midsummer Eve
        "2026-06-05T23:59:59.999+02:00, P14D, 2026-06-22T23:59:59.999+02:00",
        "2026-06-04T10:00:00+02:00, P14D, 2026-06-18T23:59:59.999+02:00",
        "2026-06-06T10:00:00+02:00, P14D, 2026-06-22T23:59:59.999+02:00",
        "2026-03-20T10:00:00+01:00, P14D, 2026-04-07T23:59:59.999+02:00", // Good Friday to Easter Monday
        "2026-12-10T10:00:00+01:00, P14D, 2026-12-28T23:59:59.999+01:00", // Christmas Eve
        "2026-12-17T10:00:00+01:00, P14D, 2027-01-04T23:59:59.999+01:00", // New Year's Eve
        "2026-04-30T10:00:00+02:00, P14D, 2026-05-15T23:59:59.999+02:00", // Ascension Day
        "2026-06-13T10:00:00+02:00, P0D, 2026-06-15T23:59:59.999+02:00",
        "2026-03-28T10:00:00+01:00, P1D, 2026-03-30T23:59:59.999+02:00",
        "2026-10-24T10:00:00+02:00, P1D, 2026-10-26T23:59:59.999+01:00"
    })
    void rollsAndThenTakesTheEndOfTheDay(String start, String window, String end) {
        CalendarRule rule = rule(DayCount.CALENDAR, Roll.NEXT_BANKING_DAY, Cutoff.END_OF_DAY);
        assertInstant(DeadlineCalendar.after(millis(start), Window.parse(window), rule), end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T10:00:00+02:00, P14D, 2026-06-22T10:00:00+02:00",
        "2026-10-17T02:30:00+02:00, P7D, 2026-10-26T02:30:00+01:00",
        "2026-06-12T10:00:00+02:00, P0D, 2026-06-12T10:00:00+02:00",
        "2026-06-12T10:00:00+02:00, P1D, 2026-06-15T10:00:00+02:00"
    })
    void rollsAndKeepsTheTime(String start, String window, String end) {
        CalendarRule rule = rule(DayCount.CALENDAR, Roll.NEXT_BANKING_DAY, Cutoff.SAME_TIME);
        assertInstant(DeadlineCalendar.after(millis(start), Window.parse(window), rule), end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-02T10:00:00+02:00, P1D, 2026-04-07T10:00:00+02:00", // over Easter
        "2026-04-02T10:00:00+02:00, P2D, 2026-04-08T10:00:00+02:00",
        "2026-04-03T10:00:00+02:00, P1D, 2026-04-07T10:00:00+02:00", // from a holiday
        "2026-04-04T10:00:00+02:00, P1D, 2026-04-07T10:00:00+02:00",
        "2026-04-04T10:00:00+02:00, P0D, 2026-04-04T10:00:00+02:00",
        "2026-12-23T10:00:00+01:00, P1D, 2026-12-28T10:00:00+01:00", // over Christmas and New Year
        "2026-12-23T10:00:00+01:00, P4D, 2027-01-04T10:00:00+01:00",
        "2026-12-23T10:00:00+01:00, P6D, 2027-01-07T10:00:00+01:00",
        "2026-06-15T10:00:00+02:00, P1W, 2026-06-25T10:00:00+02:00", // seven banking days
        "2026-03-27T02:30:00+01:00, P1D, 2026-03-30T02:30:00+02:00",
        "2026-01-01T10:00:00+01:00, P251D, 2026-12-30T10:00:00+01:00"
    })
    void countsBankingDays(String start, String window, String end) {
        CalendarRule rule = rule(DayCount.BANKING, Roll.NONE, Cutoff.SAME_TIME);
        assertInstant(DeadlineCalendar.after(millis(start), Window.parse(window), rule), end);
    }

    @Test
    void bankingDaysRollOnlyWhereNoneIsCounted() {
        CalendarRule rule = rule(DayCount.BANKING, Roll.NEXT_BANKING_DAY, Cutoff.END_OF_DAY);
        long goodFriday = millis("2026-04-03T10:00:00+02:00");
        assertInstant(DeadlineCalendar.after(goodFriday, Window.parse("P0D"), rule), "2026-04-07T23:59:59.999+02:00");
        assertInstant(DeadlineCalendar.after(goodFriday, Window.parse("P1D"), rule), "2026-04-07T23:59:59.999+02:00");
    }

    @Test
    void monthsAmongBankingDaysDoNotVanish() {
        CalendarRule rule = rule(DayCount.BANKING, Roll.NONE, Cutoff.SAME_TIME);
        assertInstant(
                DeadlineCalendar.after(millis("2026-03-02T10:00:00+01:00"), Window.parse("P1M1D"), rule),
                "2026-04-07T10:00:00+02:00");
        assertInstant(
                DeadlineCalendar.before(millis("2026-05-07T10:00:00+02:00"), Window.parse("P1M1D"), rule),
                "2026-04-02T10:00:00+02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, 2026-03-28T10:00:00+01:00, 2026-03-29T23:59:59.999+02:00",
        "Europe/Stockholm, 2026-10-24T10:00:00+02:00, 2026-10-25T23:59:59.999+01:00",
        // midnight occurs twice in the Azores: the day ends before the first of them
        "Atlantic/Azores, 2026-10-23T10:00:00Z, 2026-10-24T23:59:59.999Z",
        // and in Havana
        "America/Havana, 2026-10-31T10:00:00-04:00, 2026-11-01T23:59:59.999-05:00",
        // at midnight the clocks of Cairo go back to 23:00: the last millisecond is the second one
        "Africa/Cairo, 2026-10-28T10:00:00+03:00, 2026-10-29T23:59:59.999+02:00",
        // and forward from 00:00 to 01:00
        "Africa/Cairo, 2026-04-22T10:00:00+02:00, 2026-04-23T23:59:59.999+02:00"
    })
    void aDayEndsWithItsLastMillisecond(String zone, String start, String end) {
        assertInstant(DeadlineCalendar.after(millis(start), Window.parse("P1D"), endOfDay(zone)), end);
    }

    @ParameterizedTest
    @CsvSource({
        "Africa/Cairo, 2026-10-28T23:30:00+03:00, 2026-10-29T23:30:00+03:00",
        "Australia/Lord_Howe, 2026-10-03T02:15:00+10:30, 2026-10-04T02:45:00+11:00",
        "Asia/Kathmandu, 2026-10-03T02:15:00+05:45, 2026-10-04T02:15:00+05:45",
        // Samoa skipped 30 December 2011
        "Pacific/Apia, 2011-12-29T10:00:00-10:00, 2011-12-31T10:00:00+14:00"
    })
    void countsTheDaysOfAnyZone(String zone, String start, String end) {
        assertInstant(DeadlineCalendar.after(millis(start), Window.parse("P1D"), plain(zone)), end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.001S", "PT15S", "PT24H", "PT1000H"})
    void timesAreExactWhateverTheCalendarSays(String window) {
        CalendarRule rule = rule(DayCount.BANKING, Roll.NEXT_BANKING_DAY, Cutoff.END_OF_DAY);
        long start = millis("2026-03-28T12:00:00.123+01:00");
        long length = Window.parse(window).roughMillis();
        assertThat(DeadlineCalendar.after(start, Window.parse(window), rule)).isEqualTo(start + length);
        assertThat(DeadlineCalendar.before(start, Window.parse(window), rule)).isEqualTo(start - length);
        assertThat(DeadlineCalendar.plusExact(start, Window.parse(window), rule))
                .isEqualTo(start + length);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-10T23:30:00+02:00, P7D, 2026-04-03T23:30:00+02:00",
        "2026-04-10T23:30:00+02:00, P21D, 2026-03-20T23:30:00+01:00",
        "2026-06-22T23:59:59.999+02:00, P1D, 2026-06-21T23:59:59.999+02:00",
        "2026-03-30T02:30:00+02:00, P1D, 2026-03-29T03:30:00+02:00",
        "2026-10-26T02:30:00+01:00, P1D, 2026-10-25T02:30:00+02:00",
        "2026-03-31T10:00:00+02:00, P1M, 2026-02-28T10:00:00+01:00",
        "2028-03-31T10:00:00+02:00, P1M, 2028-02-29T10:00:00+01:00",
        "2028-03-01T10:00:00+01:00, P1D, 2028-02-29T10:00:00+01:00",
        "2027-01-01T00:00:00+01:00, P1D, 2026-12-31T00:00:00+01:00",
        "2026-06-22T10:00:00+02:00, P0D, 2026-06-22T10:00:00+02:00"
    })
    void remindersCountBackwardsAndNeitherRollNorCutOff(String due, String window, String at) {
        CalendarRule rule = rule(DayCount.CALENDAR, Roll.NEXT_BANKING_DAY, Cutoff.END_OF_DAY);
        assertInstant(DeadlineCalendar.before(millis(due), Window.parse(window), rule), at);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-07T23:59:59.999+02:00, P1D, 2026-04-02T23:59:59.999+02:00",
        "2026-04-07T10:00:00+02:00, P2D, 2026-04-01T10:00:00+02:00",
        "2026-04-05T10:00:00+02:00, P1D, 2026-04-02T10:00:00+02:00",
        "2026-04-05T10:00:00+02:00, P0D, 2026-04-05T10:00:00+02:00",
        "2027-01-04T10:00:00+01:00, P4D, 2026-12-23T10:00:00+01:00",
        "2026-06-22T10:00:00+02:00, P1D, 2026-06-18T10:00:00+02:00"
    })
    void remindersCountBankingDaysBackwards(String due, String window, String at) {
        CalendarRule rule = rule(DayCount.BANKING, Roll.NEXT_BANKING_DAY, Cutoff.END_OF_DAY);
        assertInstant(DeadlineCalendar.before(millis(due), Window.parse(window), rule), at);
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M, 2026-03-28T12:10:00+01:00",
        "P1D, 2026-03-29T13:00:00+02:00",
        "P1M, 2026-04-27T13:00:00+02:00",
        "P0D, 2026-03-28T12:00:00+01:00"
    })
    void graceIsExact(String grace, String end) {
        CalendarRule rule = rule(DayCount.BANKING, Roll.NEXT_BANKING_DAY, Cutoff.END_OF_DAY);
        long start = millis("2026-03-28T12:00:00+01:00");
        assertInstant(DeadlineCalendar.plusExact(start, Window.parse(grace), rule), end);
    }

    @Test
    void nothingOverflows() {
        long[] extremes = {
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            -62_135_596_800_001L,
            -1,
            0,
            253_402_300_799_999L,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE
        };
        for (DayCount count : DayCount.values()) {
            for (Cutoff cutoff : Cutoff.values()) {
                CalendarRule rule = rule(count, Roll.NEXT_BANKING_DAY, cutoff);
                for (String text : new String[] {"P0D", "P1D", "P36525D", "PT1S", "PT876600H"}) {
                    Window window = Window.parse(text);
                    for (long at : extremes) {
                        assertThat(DeadlineCalendar.after(at, window, rule)).isGreaterThanOrEqualTo(at);
                        assertThat(DeadlineCalendar.plusExact(at, window, rule)).isGreaterThanOrEqualTo(at);
                        assertThat(DeadlineCalendar.before(at, window, rule)).isLessThanOrEqualTo(at);
                    }
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsTheLastInstantOrTheFirst() {
        CalendarRule rule = plain("UTC");
        for (String text : new String[] {"P1D", "PT24H"}) {
            Window day = Window.parse(text);
            long length = day.roughMillis();
            assertThat(DeadlineCalendar.after(Long.MAX_VALUE - length, day, rule))
                    .isEqualTo(Long.MAX_VALUE);
            assertThat(DeadlineCalendar.after(Long.MAX_VALUE - length - 1, day, rule))
                    .isEqualTo(Long.MAX_VALUE - 1);
            assertThat(DeadlineCalendar.after(Long.MAX_VALUE - length + 1, day, rule))
                    .isEqualTo(Long.MAX_VALUE);
            assertThat(DeadlineCalendar.before(Long.MIN_VALUE + length, day, rule))
                    .isEqualTo(Long.MIN_VALUE);
            assertThat(DeadlineCalendar.before(Long.MIN_VALUE + length + 1, day, rule))
                    .isEqualTo(Long.MIN_VALUE + 1);
            assertThat(DeadlineCalendar.before(Long.MIN_VALUE + length - 1, day, rule))
                    .isEqualTo(Long.MIN_VALUE);
            assertThat(DeadlineCalendar.plusExact(Long.MAX_VALUE, day, rule)).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void asksForHolidaysOnlyWhereBankingDaysMatter() {
        CalendarRule thailand = new CalendarRule(STOCKHOLM, "TH", DayCount.CALENDAR, Roll.NONE, Cutoff.SAME_TIME);
        CalendarRule rolling =
                new CalendarRule(STOCKHOLM, "TH", DayCount.CALENDAR, Roll.NEXT_BANKING_DAY, Cutoff.SAME_TIME);
        Window day = Window.parse("P1D");
        assertThat(DeadlineCalendar.after(0, day, thailand)).isEqualTo(86_400_000L);
        assertThat(DeadlineCalendar.before(0, day, rolling)).isEqualTo(-86_400_000L);
        assertThatIllegalArgumentException().isThrownBy(() -> DeadlineCalendar.after(0, day, rolling));
    }

    /** Stated by the local calendar itself, over many starts: dates by counting, times by what the clock shows. */
    @Test
    void aLaterStartNeverEndsEarlierAndDatesAreAsCounted() {
        Random random = new Random(20260605);
        CalendarRule rule = rule(DayCount.CALENDAR, Roll.NEXT_BANKING_DAY, Cutoff.END_OF_DAY);
        long first = millis("2020-01-01T00:00:00+01:00");
        for (int i = 0; i < 20_000; i++) {
            long start = first + random.nextInt(4_000) * 86_400_000L + random.nextInt(86_400_000);
            int days = random.nextInt(60);
            Window window = Window.parse("P" + days + "D");
            long end = DeadlineCalendar.after(start, window, rule);
            LocalDate begun = Instant.ofEpochMilli(start).atZone(STOCKHOLM).toLocalDate();
            var ended = Instant.ofEpochMilli(end).atZone(STOCKHOLM);
            assertThat(ended.toLocalDate()).isBetween(begun.plusDays(days), begun.plusDays(days + 5));
            assertThat(ended.toLocalTime()).hasToString("23:59:59.999");
            assertThat(DeadlineCalendar.after(start + random.nextInt(86_400_000), window, rule))
                    .isGreaterThanOrEqualTo(end);
        }
    }
}
