package dev.frist.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.ops.metrics.Scrape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of rules and dashboard is itself able to fail. */
class ScrapeCheckTest {

    private final ScrapeCheck check = new ScrapeCheck(Scrape.of("""
            # HELP a_total something
            a_total{reason="BAD_ID"} 0.0
            a_total{reason="ORPHANED"} 1.0
            b_seconds_bucket{le="1.0"} 2.0
            c 3.0
            """));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c > 1e9",
                "sum(rate(a_total[10m])) by (reason)",
                "sum by (reason, instance) (increase(a_total{reason!=\"ORPHANED\", job=\"x\"}[1h:1m])) / on() group_left c > 0.5",
                "histogram_quantile(0.99, sum by (le) (rate(b_seconds_bucket[$__rate_interval]))) > 60",
                "a_total{reason=~\"BAD.*|NONE\"} unless c offset 5m",
                "a_total{reason=~\"$reason\"}",
                "absent(c == 1) or vector(0)"
            })
    void whatIsThereIsNotComplainedOf(String expression) {
        assertThat(check.lacking(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum(rate(d_total[5m])) | metric d_total",
                "c and e | metric e",
                "a_total{cause=\"BAD_ID\"} | label cause of a_total",
                "a_total{reason=\"BAD_IDS\"} | value BAD_IDS of label reason of a_total",
                "a_total{reason!=\"BAD_IDS\"} | value BAD_IDS of label reason of a_total",
                "a_total{reason=~\"GOOD.*\"} | value GOOD.* of label reason of a_total",
                "sum by (reasons) (a_total) | label reasons to group by",
                "1 + 1 | no metric"
            })
    void whatIsMissingIsNamed(String expression, String lacking) {
        assertThat(check.lacking(expression)).singleElement().asString().startsWith(lacking);
    }

    @Test
    void rangesAndNumbersAreNoMetrics() {
        assertThat(new PromQl("rate(c[5m]) > 0x1F * 2.5e-3").selectors())
                .extracting(PromQl.Selector::metric)
                .containsExactly("c");
    }
}
