package dev.frist.domain.verdict;

import static dev.frist.domain.Facts.DAY;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.delivered;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.Story;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.policy.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a withdrawal was registered within the return window (30 days, exact) after its goods were delivered. */
final class EligibilityTest {

    private static final long EDGE = START + 30 * DAY;
    private static final Payload ORDER = order(
            line("L1", 1, 1_000), line("L2", 1, 1_000), new OrderLine("D1", "D1", LineType.DIGITAL, 1, 500, 2_500));

    private static Story story() {
        return Story.of(PolicyDraft.draft().returning("PT720H").zone("UTC"), ORDER);
    }

    private static OrderDelivered only(String lineId, long at) {
        return new OrderDelivered(at, List.of(units(lineId, 1)));
    }

    @Test
    void itMayBeRegisteredUpToTheLastMomentOfTheWindow() {
        Story inTime = story().receive(delivered(START)).at(EDGE).receive(registered("R1", units("L1", 1)));
        assertThat(inTime.types()).containsExactly(DecisionType.RETURN_OPENED);

        Story late = story().receive(delivered(START)).at(EDGE + 1).receive(registered("R1", units("L1", 1)));
        assertThat(late.types()).containsExactly(DecisionType.RESOLVED);
        Decision resolved = late.last();
        assertThat(resolved.ground()).isEqualTo(Ground.OUTSIDE_WINDOW);
        assertThat(resolved.amount()).isZero();
        assertThat(resolved.lines()).hasSize(1);
    }

    @Test
    void onlyAWithdrawalHasAReturnWindow() {
        Story story = story().receive(delivered(START))
                .at(EDGE + 1)
                .receive(registered("R1", ReturnKind.FAULTY, units("L1", 1)));

        assertThat(story.types()).containsExactly(DecisionType.RETURN_OPENED);
    }

    @Test
    void theLatestDeliveryOfTheLinesReturnedCounts() {
        Story story = story().receive(only("L1", START))
                .receive(only("L2", START + DAY))
                .at(EDGE + 1)
                .receive(registered("R1", units("L1", 1), units("L2", 1)))
                .receive(registered("R2", units("L1", 1)));

        assertThat(story.all(DecisionType.RETURN_OPENED))
                .extracting(Decision::returnId)
                .containsExactly("R1");
    }

    @Test
    void theLatestOfSeveralDeliveriesOfALineCounts() {
        Story story = story().receive(only("L1", START))
                .receive(only("L1", START + DAY))
                .at(EDGE + 1)
                .receive(registered("R1", units("L1", 1)));

        assertThat(story.types()).containsExactly(DecisionType.RETURN_OPENED);
    }

    @Test
    void whileAPhysicalLineIsNotDeliveredTheReturnIsEligible() {
        Story story = story().receive(only("L1", START))
                .at(EDGE + 1)
                .receive(registered("R1", units("L1", 1), units("L2", 1)));

        assertThat(story.types()).containsExactly(DecisionType.RETURN_OPENED);
    }

    @Test
    void whatIsNotPhysicalIsNotDelivered() {
        Story both = story().receive(only("L1", START))
                .at(EDGE + 1)
                .receive(registered("R1", units("L1", 1), units("D1", 1)));
        assertThat(both.types()).containsExactly(DecisionType.RESOLVED);

        Story digital = story().receive(delivered(START)).at(EDGE + 1).receive(registered("R1", units("D1", 1)));
        assertThat(digital.types()).containsExactly(DecisionType.RETURN_OPENED);
    }

    @Test
    void oneOfTheLinesOfADeliveryIsEnough() {
        Story story = story().receive(new OrderDelivered(START, List.of(units("L2", 1), units("L1", 1))))
                .at(EDGE + 1)
                .receive(registered("R1", units("L1", 1)));

        assertThat(story.types()).containsExactly(DecisionType.RESOLVED);
    }

    @Test
    void onceItWasOpenedADeliveryThatBecomesKnownDoesNotEndIt() {
        Story story = story().at(EDGE + 1)
                .receive(registered("R1", units("L1", 1)))
                .at(EDGE + 2)
                .receive(START, delivered(START));

        assertThat(story.types()).containsExactly(DecisionType.RETURN_OPENED);
    }

    @Test
    void aDeliveryThatMakesItEligibleReopensIt() {
        Story story = story().receive(delivered(START))
                .at(EDGE + 1)
                .receive(registered("R1", units("L1", 1)))
                .at(EDGE + 2)
                .receive(EDGE, delivered(START + 5 * DAY));

        assertThat(story.types())
                .containsExactly(DecisionType.RESOLVED, DecisionType.REOPENED, DecisionType.RETURN_OPENED);
        assertThat(story.all(DecisionType.REOPENED).get(0).ground()).isEqualTo(Ground.FACTS_REVISED);
    }
}
