package dev.frist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.demo.Tally.Standing;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.scenario.CoreEngine;
import dev.frist.scenario.Expectation;
import dev.frist.scenario.Published;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioEvent;
import dev.frist.scenario.WrittenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the core decides about the demo's stories, on a virtual clock: what the terminal must show later. */
class StoryTest {

    private static final long START = 1_767_225_600_000L;
    private static final long A_MINUTE = 60_000;

    private static final Map<Story, Ground> RESOLVED = Map.of(
            Story.CORRECTED, Ground.CREDITED,
            Story.CORRECTED_LATER, Ground.CREDITED,
            Story.KEEPS_ONE_AFTER_ALL, Ground.CREDITED,
            Story.WITH_FEE, Ground.CREDITED,
            Story.AMOUNT_ONLY, Ground.CREDITED,
            Story.CORRECTION_FIRST, Ground.CREDITED,
            Story.RETURN_FIRST, Ground.CREDITED,
            Story.REFUSAL_ACCEPTED, Ground.REFUSAL_ACCEPTED,
            Story.SETTLED, Ground.SETTLED,
            Story.EXTENDED, Ground.CREDITED);

    private static final Map<Story, Ground> DISPUTED = Map.of(
            Story.SILENT, Ground.MERCHANT_SILENT,
            Story.HALF_CREDITED, Ground.CREDIT_SHORT,
            Story.REFUSAL_CONTESTED, Ground.MERCHANT_REFUSED,
            Story.REFUSAL_UNANSWERED, Ground.MERCHANT_REFUSED,
            Story.DAMAGED, Ground.GOODS_CONTESTED);

    static Stream<DemoPlan> plans() {
        return Stream.of(DemoPlan.standard(), DemoPlan.brief());
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    void endsAsItIsMeantToBeforeAndAfterTheShortening(Story story) {
        for (DemoPlan plan : plans().toList()) {
            for (long placed : List.of(500L, plan.shortenAt() + 500)) {
                Tally tally = decide(plan, tell(plan, story, placed));

                assertThat(tally.deadLetters()).isZero();
                if (story == Story.KEPT) {
                    assertThat(tally.returns()).isZero();
                } else if (story == Story.CREDITED_TOO_LATE) {
                    assertThat(tally.disputesWithdrawn()).isEqualTo(1);
                    assertThat(tally.grounds(Standing.RESOLVED)).containsOnlyKeys(Ground.CREDITED);
                } else if (RESOLVED.containsKey(story)) {
                    assertThat(tally.grounds(Standing.RESOLVED)).containsOnlyKeys(RESOLVED.get(story));
                    assertThat(tally.everDisputed()).isZero();
                } else {
                    assertThat(tally.grounds(Standing.DISPUTED)).containsOnlyKeys(DISPUTED.get(story));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void inTheEndEveryReturnIsDecidedAndTheNaiveRuleHasDisputedManyWrongly(DemoPlan plan) {
        List<TrafficEvent> events = Traffic.draw(plan).events();

        DemoSummary summary = DemoSummary.of(plan, events, decide(plan, events));

        assertThat(summary.open()).isZero();
        assertThat(summary.deadLetters()).isZero();
        assertThat(summary.resolvedInAll()).isGreaterThan(summary.disputedInAll());
        assertThat(summary.withdrawn()).isPositive();
        assertThat(summary.underReview()).isPositive();
        assertThat(summary.wrongly()).isGreaterThan(summary.naive() / 3);
        assertThat(summary.tooEarly()).isGreaterThan(summary.wrongly() / 3);
    }

    @Test
    void thePolicyThatShortensTheWindowPassesTheGuard() {
        assertThat(run(DemoPlan.standard(), List.of()).deadLetters()).isEmpty();
    }

    private static List<TrafficEvent> tell(DemoPlan plan, Story story, long placed) {
        Merchant merchant = new Merchant("m", new Channel("DIRECT", "merchant"), List.of(), Map.of(story, 1));
        List<BasketLine> basket = List.of(
                new BasketLine("L1", "cup", LineType.PHYSICAL, 3, 100_001),
                new BasketLine("L2", "shipping", LineType.SHIPPING_FEE, 1, 4_900));
        OrderScript script = new OrderScript(
                plan, new Random(1), "O1", merchant, basket, List.of(new LineQuantity("L1", 2)), placed);
        story.tell(script);
        return script.events().stream()
                .sorted((a, b) -> Long.compare(a.arrives(), b.arrives()))
                .toList();
    }

    private static Tally decide(DemoPlan plan, List<TrafficEvent> events) {
        Published published = run(plan, events);
        Tally tally = new Tally();
        published.decisions().forEach(tally::add);
        published.deadLetters().forEach(letter -> tally.addDeadLetter());
        return tally;
    }

    private static Published run(DemoPlan plan, List<TrafficEvent> events) {
        DemoPolicies policies = new DemoPolicies(plan);
        List<ScenarioEvent> arriving = new ArrayList<>();
        for (TrafficEvent event : events) {
            arriving.add(new ScenarioEvent(
                    arriving.size() + 1,
                    0,
                    START + event.arrives(),
                    event.eventId(),
                    event.orderId(),
                    event.orderId(),
                    START + event.occurs(),
                    "demo",
                    null,
                    event.payloadFrom(START),
                    null));
        }
        long aDayBefore = START - 2 * 24 * 60 * A_MINUTE;
        return new CoreEngine()
                .run(new Scenario(
                        "demo",
                        List.of(
                                new WrittenPolicy(policies.first(aDayBefore), aDayBefore),
                                new WrittenPolicy(policies.shortened(START + plan.shortenAt()), aDayBefore + 1)),
                        null,
                        arriving,
                        START + A_MINUTE,
                        Expectation.NONE));
    }
}
