package dev.frist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.decision.Review;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DemoSummaryTest {

    private static final DemoPlan PLAN = DemoPlan.standard();

    private final Tally tally = new Tally();

    @Test
    void aReturnStandsWhereItsLastDecisionLeftIt() {
        decide("D1", OutputTopic.NOTICES, DecisionType.RETURN_OPENED, null);
        decide("D2", OutputTopic.NOTICES, DecisionType.RETURN_OPENED, null);
        decide("D2", OutputTopic.RESOLUTIONS, DecisionType.RESOLVED, Ground.CREDITED);
        decide("D3", OutputTopic.DISPUTES, DecisionType.OPENED, Ground.MERCHANT_SILENT);
        decide("D4", OutputTopic.DISPUTES, DecisionType.OPENED, Ground.MERCHANT_SILENT);
        decide("D4", OutputTopic.DISPUTES, DecisionType.WITHDRAWN, Ground.RESOLVED_LATE);
        decide("D4", OutputTopic.RESOLUTIONS, DecisionType.RESOLVED, Ground.CREDITED);

        DemoSummary summary = DemoSummary.of(PLAN, List.of(), tally);

        assertThat(summary.returns()).isEqualTo(4);
        assertThat(summary.open()).isEqualTo(1);
        assertThat(summary.resolved()).isEqualTo(Map.of(Ground.CREDITED, 2));
        assertThat(summary.disputed()).isEqualTo(Map.of(Ground.MERCHANT_SILENT, 1));
        assertThat(summary.withdrawn()).isEqualTo(1);
    }

    @Test
    void wronglyIsWhatTheNaiveRuleDisputesAndFristNeverDid() {
        List<TrafficEvent> events = Traffic.draw(PLAN).events();
        List<NaiveRule.Dispute> naive = NaiveRule.underShortenedWindow(PLAN).judge(events);
        NaiveRule.Dispute agreed = naive.get(0);
        decide(agreed.orderId(), OutputTopic.DISPUTES, DecisionType.OPENED, Ground.MERCHANT_SILENT);

        DemoSummary summary = DemoSummary.of(PLAN, events, tally);

        assertThat(summary.naive()).isEqualTo(naive.size());
        assertThat(summary.wrongly()).isEqualTo(naive.size() - 1);
        assertThat(summary.tooEarly()).isPositive().isLessThan(summary.wrongly());
        assertThat(summary.pausedWrongly()).isPositive();
    }

    @Test
    void itIsSaidInWords() {
        decide("D1", OutputTopic.DISPUTES, DecisionType.OPENED, Ground.MERCHANT_SILENT);
        tally.addDeadLetter();

        assertThat(DemoSummary.of(PLAN, List.of(), tally).lines(new Paint(Ansi.OFF, 80)))
                .contains("  disputed          1  merchant silent 1")
                .anyMatch(line -> line.startsWith("  wrongly           0"))
                .anyMatch(line -> line.startsWith("  dead letters      1"));
    }

    private void decide(String orderId, OutputTopic topic, DecisionType type, Ground ground) {
        tally.add(Decisions.decision(topic, type, ground, orderId, 0, 0, 0, Review.STANDARD));
    }
}
