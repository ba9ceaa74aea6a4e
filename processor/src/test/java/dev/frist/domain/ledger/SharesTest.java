package dev.frist.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharesTest {

    @ParameterizedTest
    @CsvSource({
        "100, 3, 0, 1, 33",
        "100, 3, 1, 2, 33",
        "100, 3, 2, 3, 34",
        "100, 3, 0, 3, 100",
        "100, 3, 1, 3, 67",
        "100, 3, 0, 0, 0",
        "100, 3, 2, 1, 0",
        "100, 3, 2, 9, 34",
        "100, 3, 3, 9, 0",
        "100, 3, 4, 9, 0",
        "0, 3, 0, 3, 0",
        "2, 3, 0, 1, 0",
        "2, 3, 1, 2, 1",
        "2, 3, 2, 3, 1"
    })
    void sharesATotalAmongUnits(long total, int units, long from, long to, long worth) {
        assertThat(Shares.worth(total, units, from, to)).isEqualTo(worth);
    }

    @Test
    void successivePartsSumToExactlyTheWhole() {
        for (int units = 1; units <= 13; units++) {
            for (long total = 0; total <= 40; total++) {
                long sum = 0;
                for (int unit = 0; unit < units; unit++) {
                    sum += Shares.worth(total, units, unit, unit + 1);
                }
                assertThat(sum).isEqualTo(total);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the product fits a long, has its sign bit set, and needs more than 64 bits
        "4611686018427387903, 4, 2, 2305843009213693951",
        "4611686018427387904, 4, 2, 2305843009213693952",
        "6148914691236517205, 4, 3, 4611686018427387903",
        "9223372036854775807, 2147483647, 2147483646, 9223372032559808508",
        "9223372036854775807, 3, 2, 6148914691236517204",
        "9223372036854775807, 3, 3, 9223372036854775807"
    })
    void sharesTotalsWhoseProductsNoLongHolds(long total, int units, long to, long worth) {
        assertThat(Shares.worth(total, units, 0, to)).isEqualTo(worth);
        assertThat(Shares.worth(total, units, to, units)).isEqualTo(total - worth);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3",
        "-1, -2, -3",
        "5, -7, -2",
        "9223372036854775807, 0, 9223372036854775807",
        "9223372036854775806, 1, 9223372036854775807",
        "9223372036854775807, 1, 9223372036854775807",
        "1, 9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -1, -9223372036854775808",
        "-1, -9223372036854775808, -9223372036854775808",
        "-9223372036854775808, 9223372036854775807, -1",
        "9223372036854775807, -9223372036854775808, -1"
    })
    void aSumStopsAtTheLargestAmountThereIs(long a, long b, long sum) {
        assertThat(Shares.plus(a, b)).isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 1",
        "2, 3, -1",
        "0, -9223372036854775808, 9223372036854775807",
        "-1, -9223372036854775808, 9223372036854775807",
        "-2, -9223372036854775808, 9223372036854775806",
        "1, -9223372036854775808, 9223372036854775807",
        "-9223372036854775808, 1, -9223372036854775808",
        "-9223372036854775808, -9223372036854775808, 0",
        "9223372036854775807, -1, 9223372036854775807"
    })
    void aDifferenceStopsAtTheOutermostAmountThereIs(long a, long b, long difference) {
        assertThat(Shares.minus(a, b)).isEqualTo(difference);
    }
}
