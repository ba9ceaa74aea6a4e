package dev.frist.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    private static final long DAY = 86_400_000L;

    @ParameterizedTest
    @CsvSource({
        "P0D, P0D",
        "P21D, P21D",
        "P2W, P14D",
        "P1M, P1M",
        "P1Y2M3W4D, P1Y2M25D",
        "P100Y, P100Y",
        "P1200M, P1200M",
        "P36525D, P36525D",
        "P100Y525D, P100Y525D",
        "P007D, P7D"
    })
    void readsDates(String text, String period) {
        assertThat(Window.parse(text)).isEqualTo(new Window.Days(Period.parse(period)));
        assertThat(Window.parse(text)).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT15S, 15000",
        "PT10M, 600000",
        "PT36H, 129600000",
        "PT1H2M3S, 3723000",
        "PT1.5S, 1500",
        "PT0.001S, 1",
        "PT876600H, 3155760000000"
    })
    void readsTimes(String text, long millis) {
        assertThat(Window.parse(text)).isEqualTo(new Window.Exact(Duration.ofMillis(millis)));
        assertThat(Window.parse(text).roughMillis()).isEqualTo(millis);
        assertThat(Window.parse(text)).hasToString(Duration.ofMillis(millis).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1DT2H", "P0DT0S", "P1MT1M", "P1Y2M3W4DT1H2M3.5S"})
    void refusesDaysWithHours(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.parse(text))
                .withMessage(
                        "'%s' mixes days with hours, minutes or seconds: allowed is either date-based (P21D) or"
                                + " time-based (PT36H)",
                        text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "P",
                "PT",
                "T1H",
                "21D",
                "P21",
                "P1DT",
                "P1T1H",
                "p21d",
                "pt15s",
                "P21d",
                "-P1D",
                "P-1D",
                "+P1D",
                "P+1D",
                "PT-1S",
                "PT+1S",
                "PT0.0001S",
                "PT.5S",
                "PT1,5S",
                "P1.5D",
                "P1D ",
                " P1D",
                "P1D2W",
                "P1H",
                "PT1D",
                "P1D1D",
                "P\u0661D",
                "P1D\n"
            })
    void refusesOtherSpellings(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.parse(text))
                .withMessage(
                        "'%s' is no ISO 8601 length of time: allowed is either date-based (P21D) or time-based (PT15S),"
                                + " in capitals and without signs",
                        text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P101Y",
                "P1201M",
                "P100Y1M",
                "P36526D",
                "P100Y526D",
                "P5218W",
                "PT876600H0.001S",
                "P2147483648D",
                "P999999999W",
                "P999999999Y",
                "P99999999999999999999D",
                "PT99999999999999999999S",
                "PT9223372036854775807S",
                "PT9223372036854775807H"
            })
    void refusesMoreThanAHundredYears(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.parse(text))
                .withMessageEndingWith("' is too long: allowed is 100 years (P100Y, P36525D) at most");
    }

    @Test
    void cannotBeBuiltNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window.Days(Period.ofDays(-1)))
                .withMessage("'P-1D' is negative: allowed is P0D or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window.Days(Period.of(0, 1, -1)))
                .withMessageContaining("negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window.Exact(Duration.ofMillis(-1)))
                .withMessage("'PT-0.001S' is negative: allowed is PT0S or more");
    }

    @ParameterizedTest
    @CsvSource({"P0D, 0", "P1D, 1", "P1W, 7", "P1M, 30", "P1M1D, 31", "P1Y, 360", "P100Y, 36000", "P36525D, 36525"})
    void comparesWithADayAs24HoursAndAMonthAs30Days(String text, long days) {
        assertThat(Window.parse(text).roughMillis()).isEqualTo(days * DAY);
    }
}
