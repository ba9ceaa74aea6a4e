package dev.frist.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Explanation;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.decision.Owner;
import dev.frist.domain.decision.Review;
import dev.frist.topology.Completeness;
import dev.frist.topology.Prevented;
import dev.frist.topology.Sweep;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsTest {

    private final Metrics metrics = new Metrics("shop.", List.of());

    @AfterEach
    void close() {
        metrics.close();
    }

    private Scrape scrape() {
        return Scrape.of(metrics.scrape());
    }

    private static Decision decision(DecisionType type, Ground ground, Long due, String channel, Ground... lines) {
        return new Decision(
                type.topic(),
                new UUID(1, 2),
                "O1",
                "R1",
                1,
                1000,
                type,
                ground,
                List.of(lines).stream()
                        .map(each -> new DecisionLine("L1", 1, 100, each))
                        .toList(),
                100,
                "SEK",
                new DeadlineBlock(null, due, List.of(), null, null, null),
                new InvoiceBlock(0, 0, 0, 0, 0, InvoiceAction.RESUME),
                new Owner("M1", channel, "merchant"),
                type.audience(),
                List.of(),
                Review.STANDARD,
                new Explanation("X", "x", Map.of()),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = FristMeter.class,
            names = {
                "RECORDS",
                "DUPLICATES",
                "DEAD_LETTERS",
                "DISPUTES_OPENED",
                "DISPUTES_PREVENTED",
                "DISPUTES_EARLY",
                "WAKE_UPS_FAILED",
                "WAKE_UPS_WITHHELD",
                "SWEEP_ITEMS",
                "SWEEPS_EXHAUSTED",
                "REGISTRY_ERRORS",
                "THREAD_FAILURES",
                "RESTORED"
            })
    void aCounterIsThereAtZeroWithEveryValueOfItsTagsBeforeAnythingHappened(FristMeter meter) {
        Scrape scrape = scrape();
        assertThat(scrape.samples(meter.scrapedName()))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.value()).isZero());
        for (MeterTag tag : meter.tags()) {
            assertThat(scrape.samples(meter.scrapedName())
                            .map(sample -> sample.labels().get(tag.name())))
                    .containsExactlyInAnyOrderElementsOf(tag.values());
        }
    }

    @ParameterizedTest
    @EnumSource(FristMeter.class)
    void aMeterIsDescribedInSentencesAndItsTagsAreBounded(FristMeter meter) {
        assertThat(meter.meterName()).startsWith("frist.").matches("[a-z.]+");
        assertThat(meter.description()).endsWith(".");
        assertThat(meter.scrapedName()).matches("frist_[a-z_]+");
        for (MeterTag tag : meter.tags()) {
            assertThat(tag.name()).matches("[a-z]+").isNotIn("order", "return", "merchant", "customer");
            assertThat(tag.values().isEmpty() && tag.most() == 0)
                    .as("only partitions are not bounded here")
                    .isEqualTo(tag.name().equals("partition"));
        }
    }

    @Test
    void whatTheTopologySaysIsCounted() {
        metrics.telemetry().received("shop.returns", 1500, true);
        metrics.telemetry().deadLetter(DeadLetterReason.BAD_ID);
        metrics.telemetry().prevented(Prevented.LAST_MOMENT);
        metrics.telemetry().woken(1500);
        metrics.telemetry().swept(new Sweep(0, Completeness.UNKNOWN, 7, 1_000_000, true));
        metrics.telemetry().registryUnavailable();
        Scrape scrape = scrape();
        assertThat(scrape.sum("frist_records_total", "topic", "returns")).isOne();
        assertThat(scrape.sum("frist_records_total")).isOne();
        assertThat(scrape.sum("frist_records_duplicate_total", "topic", "returns"))
                .isOne();
        assertThat(scrape.sum("frist_records_delay_seconds_sum", "topic", "returns"))
                .isEqualTo(1.5);
        assertThat(scrape.sum("frist_dead_letters_total", "reason", "BAD_ID")).isOne();
        assertThat(scrape.sum("frist_disputes_prevented_total", "when", "last_moment"))
                .isOne();
        assertThat(scrape.sum("frist_wakeup_lateness_seconds_bucket", "le", "1.0"))
                .isZero();
        assertThat(scrape.sum("frist_wakeup_lateness_seconds_bucket", "le", "2.0"))
                .isOne();
        assertThat(scrape.sum("frist_sweep_items_total")).isEqualTo(7);
        assertThat(scrape.sum("frist_sweeps_exhausted_total")).isOne();
        assertThat(scrape.sum("frist_sweep_duration_seconds_count")).isOne();
        assertThat(scrape.sum("frist_registry_errors_total")).isOne();
    }

    @Test
    void aDecisionIsCountedByTypeGroundMarketAndChannelAndByNothingThatNamesSomebody() {
        metrics.telemetry().decided(decision(DecisionType.RESOLVED, Ground.CREDITED, null, "DIRECT"), "SE");
        metrics.telemetry().decided(decision(DecisionType.RETURN_OPENED, null, null, "DIRECT"), "SE");
        assertThat(scrape().samples("frist_decisions_total").map(Scrape.Sample::labels))
                .containsExactlyInAnyOrder(
                        Map.of("type", "RESOLVED", "ground", "CREDITED", "market", "SE", "channel", "DIRECT"),
                        Map.of("type", "RETURN_OPENED", "ground", "none", "market", "SE", "channel", "DIRECT"));
    }

    @Test
    void whateverComesWithTheEventsThereAreOnlySoManySeries() {
        for (int i = 0; i < 500; i++) {
            String market = String.valueOf((char) ('A' + i % 26)) + (char) ('A' + i / 26);
            metrics.telemetry().decided(decision(DecisionType.RESOLVED, Ground.CREDITED, null, "channel-" + i), market);
        }
        Scrape scrape = scrape();
        Set<String> markets = Set.copyOf(scrape.samples("frist_decisions_total")
                .map(sample -> sample.labels().get("market"))
                .toList());
        Set<String> channels = Set.copyOf(scrape.samples("frist_decisions_total")
                .map(sample -> sample.labels().get("channel"))
                .toList());
        assertThat(markets)
                .hasSize(DecisionCounters.MARKETS + 1)
                .contains("other")
                .doesNotContain("AA");
        assertThat(channels).hasSize(DecisionCounters.CHANNELS + 1).contains("channel-0", "other");
        assertThat(scrape.sum("frist_decisions_total")).isEqualTo(500);
    }

    @Test
    void channelsThatAreNamedHaveSeriesAndNoOthers() {
        try (Metrics named = new Metrics("", List.of("DIRECT"))) {
            named.telemetry().decided(decision(DecisionType.RESOLVED, Ground.CREDITED, null, "DIRECT"), "SE");
            named.telemetry().decided(decision(DecisionType.RESOLVED, Ground.CREDITED, null, "made-up"), "SE");
            assertThat(Scrape.of(named.scrape())
                            .samples("frist_decisions_total")
                            .map(sample -> sample.labels().get("channel")))
                    .containsExactlyInAnyOrder("DIRECT", "other");
        }
    }

    /** Decided at 1000. */
    @ParameterizedTest
    @CsvSource({
        "MERCHANT_SILENT, 1000, MERCHANT_SILENT, 0",
        "MERCHANT_SILENT, 1001, MERCHANT_SILENT, 1",
        "MERCHANT_SILENT, , MERCHANT_SILENT, 1",
        "MERCHANT_REFUSED, 2000, MERCHANT_REFUSED, 0",
        "MERCHANT_REFUSED, , MERCHANT_REFUSED, 0",
        "MERCHANT_REFUSED, 2000, CREDIT_SHORT, 1"
    })
    void aDisputeBeforeItsDueDateIsEarlyUnlessARefusalWasContested(Ground ground, Long due, Ground line, int early) {
        metrics.telemetry().decided(decision(DecisionType.OPENED, ground, due, "DIRECT", line), "SE");
        metrics.telemetry().decided(decision(DecisionType.RESOLVED, Ground.CREDITED, due, "DIRECT"), "SE");
        assertThat(scrape().sum("frist_disputes_early_total")).isEqualTo(early);
        assertThat(scrape().sum("frist_disputes_opened_total")).isOne();
    }

    @Test
    void whatIsNotDefinedCannotBeRegistered() {
        Meters meters = new Meters(new SimpleMeterRegistry());
        assertThatThrownBy(() -> meters.counter(FristMeter.DEAD_LETTERS, "order-4711"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meters.counter(FristMeter.REGISTRY_ERRORS, "order-4711"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theVitalFiguresAreThoseOfTheMetersSinceTheLastLine() {
        VitalFigures vital = new VitalFigures(metrics.registry());
        metrics.telemetry().received("shop.returns", 0, false);
        metrics.telemetry().received("shop.orders", 0, true);
        metrics.telemetry().deadLetter(DeadLetterReason.BAD_ID);
        metrics.telemetry().decided(decision(DecisionType.OPENED, Ground.MERCHANT_SILENT, 1L, "DIRECT"), "SE");
        metrics.telemetry().woken(1500);
        assertThat(vital.line())
                .startsWith(
                        "records 2 (duplicate 1, dead letters 1), decisions 1, disputes opened 1, prevented 0; cases"
                                + " open 0, disputed 0, without policy 0, parked 0;")
                .contains("latest by 1.5 s")
                .doesNotContain("DIRECT", "NaN");
        assertThat(vital.line()).startsWith("records 0 (duplicate 0, dead letters 0), decisions 0,");
    }
}
