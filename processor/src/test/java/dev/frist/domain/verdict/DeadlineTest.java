package dev.frist.domain.verdict;

import static dev.frist.domain.Facts.DAY;
import static dev.frist.domain.Facts.MINUTE;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.extended;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.received;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.told;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.Story;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnLost;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.OpenCases;
import dev.frist.domain.policy.PolicyDraft;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deadlines and wake-ups of exact windows, so that no calendar comes between. */
final class DeadlineTest {

    private static final Payload ORDER = order(line("L1", 1, 1_000));
    private static final Payload RETURN = registered("R1", units("L1", 1));

    /** Handling 20 days, notice 5 days, reminders 4 and 1 day before, grace 10 minutes; all exact. */
    private static PolicyDraft exact() {
        return PolicyDraft.draft()
                .zone("UTC")
                .handling("PT480H")
                .notice("PT120H")
                .evidence("PT240H")
                .reminders("PT96H", "PT24H")
                .grace("PT10M");
    }

    private static long due(Story story) {
        return story.last().deadline().due();
    }

    @Test
    void aDeadlineCountsFromTheRegistration() {
        Story story = Story.of(exact(), ORDER).receive(RETURN);

        assertThat(story.types()).containsExactly(DecisionType.RETURN_OPENED);
        assertThat(story.last().deadline().anchor()).isEqualTo(START);
        assertThat(story.last().deadline().told()).isEqualTo(START);
        assertThat(due(story)).isEqualTo(START + 20 * DAY);
    }

    @Test
    void itIsNoEarlierThanTheMinimumNoticeAfterItWasTold() {
        Story story = Story.of(exact(), ORDER).at(START + 18 * DAY).receive(START, RETURN);

        assertThat(due(story)).isEqualTo(START + 23 * DAY);
        assertThat(story.last().deadline().anchor()).isEqualTo(START);
    }

    @Test
    void theOrderIsWokenForEachReminderAndForTheDisputeWithItsGrace() {
        Story story = Story.of(exact(), ORDER).receive(RETURN);
        assertThat(story.wakeAt()).isEqualTo(START + 16 * DAY);

        story.at(START + 16 * DAY).wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.DEADLINE_APPROACHING);
        assertThat(story.wakeAt()).isEqualTo(START + 19 * DAY);

        story.at(START + 19 * DAY).wake();
        assertThat(story.all(DecisionType.DEADLINE_APPROACHING)).hasSize(2);
        assertThat(story.wakeAt()).isEqualTo(START + 20 * DAY + 10 * MINUTE);

        story.at(story.wakeAt() - 1).wake();
        assertThat(story.all(DecisionType.OPENED)).isEmpty();
        story.at(START + 20 * DAY + 10 * MINUTE).wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
        assertThat(story.wakeAt()).isEqualTo(OrderState.NO_WAKE_UP);
    }

    @Test
    void aReminderAtTheMomentOfPublicationIsDroppedAndOneAMomentLaterIsNot() {
        Story at = Story.of(exact().reminders("PT480H"), ORDER).receive(RETURN);
        assertThat(at.wakeAt()).isEqualTo(START + 20 * DAY + 10 * MINUTE);

        Story later = Story.of(exact().reminders("PT479H59M59.999S"), ORDER).receive(RETURN);
        assertThat(later.wakeAt()).isEqualTo(START + 1);
    }

    @Test
    void afterAnOutageThereIsOneReminderAndNoneAfterTheDueDate() {
        assertThat(Story.of(exact(), ORDER)
                        .receive(RETURN)
                        .at(START + 20 * DAY)
                        .wake()
                        .all(DecisionType.DEADLINE_APPROACHING))
                .hasSize(1);
        assertThat(Story.of(exact(), ORDER)
                        .receive(RETURN)
                        .at(START + 20 * DAY + 1)
                        .wake()
                        .all(DecisionType.DEADLINE_APPROACHING))
                .isEmpty();
    }

    @Test
    void anExtensionByTheDeadlineCountsAndOneAfterItDoesNot() {
        long due = START + 20 * DAY;
        Story inTime = Story.of(exact(), ORDER).receive(RETURN).at(due).receive(extended("R1", due + DAY));
        assertThat(inTime.last().type()).isEqualTo(DecisionType.DEADLINE_CHANGED);
        assertThat(due(inTime)).isEqualTo(due + DAY);
        assertThat(inTime.last().deadline().extensions()).containsExactly(due + DAY);

        Story late = Story.of(exact(), ORDER).receive(RETURN).at(due + 1).receive(extended("R1", due + DAY));
        assertThat(late.all(DecisionType.DEADLINE_CHANGED)).isEmpty();

        Story shorter = Story.of(exact(), ORDER).receive(RETURN).at(START + 1).receive(extended("R1", due - 1));
        assertThat(shorter.all(DecisionType.DEADLINE_CHANGED)).isEmpty();
    }

    @Test
    void anExtensionCountsByTheDeadlineThatAnEarlierOneGave() {
        long due = START + 20 * DAY;
        Story story = Story.of(exact(), ORDER)
                .receive(RETURN)
                .at(due)
                .receive(extended("R1", due + DAY))
                .at(due + DAY)
                .receive(extended("R1", due + 3 * DAY));

        assertThat(due(story)).isEqualTo(due + 3 * DAY);
        assertThat(story.last().deadline().extensions()).containsExactly(due + DAY, due + 3 * DAY);
        assertThat(story.last().explanation().parameters()).containsKey("previousDue");
    }

    static Stream<Payload> goods() {
        return Stream.of(
                new ReturnShipped("R1", "c", "t"),
                received("R1", "L1", 1, Condition.AS_SOLD),
                new ReturnLost("R1", "c"));
    }

    @ParameterizedTest
    @MethodSource("goods")
    void underShippedTheHandlingWindowCountsFromTheGoods(Payload goods) {
        Story story = Story.of(exact().anchor(Anchor.SHIPPED), ORDER).receive(RETURN);
        assertThat(story.last().deadline().due()).isNull();
        assertThat(story.last().deadline().anchor()).isNull();
        assertThat(story.last().deadline().told()).isNull();
        assertThat(story.last().allowedActions()).contains("ReturnShipped", "ReturnReceived", "ReturnLost");

        story.at(START + 3 * DAY).receive(goods);
        assertThat(story.last().type()).isEqualTo(DecisionType.DEADLINE_CHANGED);
        assertThat(story.last().deadline().anchor()).isEqualTo(START + 3 * DAY);
        assertThat(due(story)).isEqualTo(START + 23 * DAY);
        assertThat(story.last().allowedActions()).doesNotContain("ReturnShipped");
    }

    @Test
    void theEvidenceWindowEndsWithoutGraceAndIsRemindedOf() {
        Story story = Story.of(exact().anchor(Anchor.SHIPPED), ORDER).receive(RETURN);
        assertThat(story.wakeAt()).isEqualTo(START + 6 * DAY);

        story.at(START + 6 * DAY).wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.SHIPMENT_MISSING);
        assertThat(story.wakeAt()).isEqualTo(START + 9 * DAY);
        story.at(START + 9 * DAY).wake();
        assertThat(story.all(DecisionType.SHIPMENT_MISSING)).hasSize(2);
        assertThat(story.wakeAt()).isEqualTo(START + 10 * DAY);

        story.at(START + 10 * DAY - 1).wake();
        assertThat(story.all(DecisionType.RESOLVED)).isEmpty();
        story.at(START + 10 * DAY).wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.RESOLVED);
        assertThat(story.all(DecisionType.DEADLINE_APPROACHING)).isEmpty();
    }

    @Test
    void whatWasNotReceivedNeedsNoGoodsBack() {
        Story story = Story.of(exact().anchor(Anchor.SHIPPED), ORDER)
                .receive(registered("R1", ReturnKind.NOT_RECEIVED, units("L1", 1)));

        assertThat(due(story)).isEqualTo(START + 20 * DAY);
        assertThat(story.last().allowedActions()).doesNotContain("ReturnShipped");
    }

    @Test
    void withoutPolicyNoClockRuns() {
        Story story = Story.withoutPolicy(ORDER).receive(RETURN);

        assertThat(story.types()).containsExactly(DecisionType.RETURN_OPENED, DecisionType.NO_POLICY);
        assertThat(story.last().deadline().due()).isNull();
        assertThat(story.last().deadline().policyId()).isNull();
        assertThat(story.last().deadline().version()).isNull();
        assertThat(story.wakeAt()).isEqualTo(OrderState.NO_WAKE_UP);
    }

    @Test
    void aPolicyThatComesToMatchGivesTheMinimumNoticeFromThen() {
        Story story = Story.withoutPolicy(ORDER)
                .receive(RETURN)
                .knowing(exact().get())
                .at(START + 30 * DAY)
                .wake();

        assertThat(story.last().type()).isEqualTo(DecisionType.DEADLINE_CHANGED);
        assertThat(due(story)).isEqualTo(START + 35 * DAY);
        assertThat(story.last().explanation().parameters()).doesNotContainKey("previousDue");
        assertThat(story.last().deadline().told()).isEqualTo(START + 30 * DAY);
    }

    @Test
    void withAReceiptRequiredTheNoticeCountsFromItAndNoDisputeOpensBefore() {
        Story unproven = Story.of(exact().receipt(true), ORDER).receive(RETURN);
        assertThat(unproven.last().deadline().told()).isNull();
        assertThat(unproven.last().allowedActions()).contains("NoticeDelivered");
        unproven.runUntil(START + 21 * DAY);
        assertThat(unproven.last().type()).isEqualTo(DecisionType.NOTICE_UNPROVEN);
        assertThat(unproven.all(DecisionType.OPENED)).isEmpty();

        String noticeId =
                unproven.all(DecisionType.RETURN_OPENED).get(0).decisionId().toString();
        unproven.receive(told("R1", noticeId, START + 17 * DAY));
        assertThat(unproven.last().type()).isEqualTo(DecisionType.DEADLINE_CHANGED);
        assertThat(unproven.last().deadline().told()).isEqualTo(START + 17 * DAY);
        assertThat(due(unproven)).isEqualTo(START + 22 * DAY);
        unproven.runUntil(START + 23 * DAY);
        assertThat(unproven.last().type()).isEqualTo(DecisionType.OPENED);
    }

    @Test
    void aReceiptForAnotherNoticeProvesNothing() {
        Story story = Story.of(exact().receipt(true), ORDER)
                .receive(RETURN)
                .receive(told("R1", "another", START))
                .runUntil(START + 21 * DAY);

        assertThat(story.last().type()).isEqualTo(DecisionType.NOTICE_UNPROVEN);
    }

    @Test
    void aLaterVersionThatExtendsOpenCasesCountsIfEffectiveByDeadlineAndGrace() {
        long firesAt = START + 20 * DAY + 10 * MINUTE;
        PolicyDraft longer = exact().ref("se-default", 2).handling("PT720H").open(OpenCases.EXTEND_OPEN_CASES);

        Story effective = Story.of(exact(), ORDER)
                .receive(RETURN)
                .knowing(longer.from(firesAt).get())
                .at(START + DAY)
                .wake();
        assertThat(due(effective)).isEqualTo(START + 30 * DAY);
        assertThat(effective.last().deadline().version()).isEqualTo(1);

        Story late = Story.of(exact(), ORDER)
                .receive(RETURN)
                .knowing(longer.from(firesAt + 1).get())
                .at(START + DAY)
                .wake();
        assertThat(late.all(DecisionType.DEADLINE_CHANGED)).isEmpty();

        Story closed = Story.of(exact(), ORDER)
                .receive(RETURN)
                .knowing(longer.from(firesAt).open(OpenCases.NEW_CASES_ONLY).get())
                .at(START + DAY)
                .wake();
        assertThat(closed.all(DecisionType.DEADLINE_CHANGED)).isEmpty();
    }

    @Test
    void aFirstReopeningGivesTheMinimumNoticeAgainAndALaterOneDoesNot() {
        long due = START + 20 * DAY;
        Story story = Story.of(exact(), ORDER)
                .receive(RETURN)
                .at(due)
                .receive(note("K1", credit("L1", 1, 1_000)))
                .receive(reversed("K2", "K1"));
        assertThat(story.last().type()).isEqualTo(DecisionType.DEADLINE_CHANGED);
        assertThat(due(story)).isEqualTo(due + 5 * DAY);

        story.at(due + 6 * DAY)
                .receive(note("K3", credit("L1", 1, 1_000)))
                .at(due + 7 * DAY)
                .receive(reversed("K4", "K3"));
        assertThat(due(story)).isEqualTo(due + 5 * DAY);
        assertThat(story.wakeAt()).as("due at once").isLessThanOrEqualTo(due + 7 * DAY);
        story.wake();
        assertThat(story.last().type()).isEqualTo(DecisionType.OPENED);
    }
}
