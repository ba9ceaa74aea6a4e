package dev.frist.domain.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankingDaysTest {

    /** Not the shared one, which remembers what was read before. */
    private final BankingDays sweden = new BankingDays("SE");

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Set<String> offOnWeekdays(BankingDays market, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> !isWeekend(date) && !market.contains(date))
                .map(LocalDate::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void knowsSwedens2026() {
        assertThat(offOnWeekdays(sweden, 2026))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-06",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-06-19",
                        "2026-12-24",
                        "2026-12-25",
                        "2026-12-31");
    }

    @Test
    void knowsSwedens2024WithItsLeapDay() {
        assertThat(offOnWeekdays(sweden, 2024))
                .containsExactly(
                        "2024-01-01",
                        "2024-03-29",
                        "2024-04-01",
                        "2024-05-01",
                        "2024-05-09",
                        "2024-06-06",
                        "2024-06-21",
                        "2024-12-24",
                        "2024-12-25",
                        "2024-12-26",
                        "2024-12-31");
        assertThat(sweden.contains(LocalDate.of(2024, 2, 29))).isTrue();
    }

    @Test
    void swedenRestsOnTheThreeEvesEveryYear() {
        for (int year = BankingDays.FIRST_YEAR; year <= BankingDays.LAST_YEAR; year++) {
            LocalDate midsummerEve = LocalDate.of(year, Month.JUNE, 19);
            while (midsummerEve.getDayOfWeek() != DayOfWeek.FRIDAY) {
                midsummerEve = midsummerEve.plusDays(1);
            }
            assertThat(List.of(midsummerEve, LocalDate.of(year, 12, 24), LocalDate.of(year, 12, 31)))
                    .noneMatch(sweden::contains);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-12, true", "2026-06-13, false", "2026-06-14, false", "2026-06-15, true", "2026-04-02, true",
        "2026-04-07, true", "2026-05-15, true", "2026-12-23, true", "2026-12-28, true", "2026-12-30, true",
        "2027-01-04, true"
    })
    void onlyWeekendsAndHolidaysAreOff(LocalDate date, boolean expected) {
        assertThat(sweden.contains(date)).isEqualTo(expected);
    }

    @Test
    void anObservedHolidayCountsOnItsDayAlsoInTheYearBeforeOrAfter() {
        BankingDays unitedStates = new BankingDays("US");
        assertThat(offOnWeekdays(unitedStates, 2021)).contains("2021-12-31", "2021-12-24", "2021-07-05");
        assertThat(offOnWeekdays(unitedStates, 2022))
                .doesNotContain("2022-01-03")
                .contains("2022-12-26");
        assertThat(offOnWeekdays(new BankingDays("MS"), 1995)).contains("1995-01-02");
    }

    @Test
    void marketsDiffer() {
        LocalDate constitutionDay = LocalDate.of(2027, 5, 17);
        LocalDate nationalDay = LocalDate.of(2028, 6, 6);
        assertThat(BankingDays.of("NO").contains(constitutionDay)).isFalse();
        assertThat(sweden.contains(constitutionDay)).isTrue();
        assertThat(BankingDays.of("NO").contains(nationalDay)).isTrue();
        assertThat(sweden.contains(nationalDay)).isFalse();
    }

    @Test
    void countsPublicHolidaysAndNoObservances() {
        LocalDate goodFriday = LocalDate.of(2026, 4, 3);
        assertThat(BankingDays.of("NL").contains(goodFriday)).isTrue();
        assertThat(BankingDays.of("DE").contains(goodFriday)).isFalse();
    }

    @Test
    void outsideOfTheYearsThatAreKnownOnlyWeekendsAreOff() {
        assertThat(offOnWeekdays(sweden, BankingDays.FIRST_YEAR)).contains("1970-01-01");
        assertThat(offOnWeekdays(sweden, BankingDays.FIRST_YEAR - 1)).isEmpty();
        assertThat(offOnWeekdays(sweden, BankingDays.LAST_YEAR)).contains("2149-01-01");
        assertThat(offOnWeekdays(sweden, BankingDays.LAST_YEAR + 1)).isEmpty();
        assertThat(sweden.contains(LocalDate.of(2150, 1, 4))).isFalse();
        assertThat(List.of(LocalDate.MIN, LocalDate.MAX))
                .allSatisfy(date -> assertThat(sweden.contains(date)).isEqualTo(!isWeekend(date)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "se", "", "S", "SE-AB", "../SE"})
    void refusesMarketsItDoesNotKnow(String market) {
        assertThat(BankingDays.isKnown(market)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BankingDays.of(market))
                .withMessage("there is no holiday calendar '%s'", market);
    }

    @Test
    void everyMarketThatIsKnownCanBeRead() {
        for (String market : HolidayManager.getSupportedCalendarCodes()) {
            assertThat(BankingDays.isKnown(market)).isTrue();
            BankingDays days = BankingDays.of(market);
            for (int year : List.of(BankingDays.FIRST_YEAR, 2026, BankingDays.LAST_YEAR)) {
                assertThat(IntStream.rangeClosed(1, 365)
                                .mapToObj(day -> LocalDate.ofYearDay(year, day))
                                .filter(days::contains)
                                .count())
                        .as("%s %s", market, year)
                        .isBetween(200L, 262L);
            }
        }
    }

    @Test
    void isReadOncePerMarket() {
        assertThat(BankingDays.of("SE")).isSameAs(BankingDays.of("SE"));
        assertThat(BankingDays.of("DK")).isSameAs(BankingDays.of("DK")).isNotSameAs(BankingDays.of("SE"));
    }

    @Test
    void threadsAgree() throws Exception {
        BankingDays finland = new BankingDays("FI");
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Set<String>> read = () -> {
                Set<String> off = new TreeSet<>();
                for (int year = 2030; year < 2060; year++) {
                    off.addAll(offOnWeekdays(finland, year));
                }
                return off;
            };
            Set<Set<String>> answers = new HashSet<>();
            for (var answer : threads.invokeAll(List.of(read, read, read, read))) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
