package dev.frist.domain.engine;

import static dev.frist.domain.Facts.DAY;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.event;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.Party;
import dev.frist.domain.order.Limits;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EngineTest {

    private static final long HOLD = 7 * DAY;
    private static final long RETENTION = 1160 * DAY;
    private static final PolicyBook POLICIES =
            PolicyBook.EMPTY.with(PolicyDraft.draft().get());
    private static final Event PLACED = event("o", START, order(line("L1", 1, 100)));
    private static final Event REGISTERED = event("r", START, registered("R1", units("L1", 1)));

    private final Engine engine = new Engine(Limits.DEFAULT);

    private OrderState having(Event... events) {
        OrderState state = OrderState.unknown("O1");
        for (Event event : events) {
            state = engine.receive(state, event, POLICIES, START).after();
        }
        return state;
    }

    @Test
    void aRecordThatIsRefusedLeavesNothingBehind() {
        OrderState before = having(PLACED);
        Outcome outcome = engine.receive(before, event("r", START, registered("R1", units("L9", 1))), POLICIES, START);

        assertThat(outcome.after()).isSameAs(before);
        assertThat(outcome.decisions()).isEmpty();
        assertThat(outcome.duplicate()).isFalse();
        assertThat(outcome.deadLetters()).extracting(DeadLetter::reason).containsExactly(DeadLetterReason.UNKNOWN_LINE);
    }

    @Test
    void aDuplicateIsSaidToBeOne() {
        OrderState before = having(PLACED, REGISTERED);
        Outcome outcome = engine.receive(before, REGISTERED, POLICIES, START);

        assertThat(outcome.after()).isSameAs(before);
        assertThat(outcome.duplicate()).isTrue();
        assertThat(outcome.decisions()).isEmpty();
        assertThat(outcome.deadLetters()).isEmpty();
    }

    @Test
    void deadLettersOfWhatWaitedAndOfTheEvaluationGoOutTogether() {
        OrderState waiting = having(
                event("x", START, registered("R2", units("L9", 1))),
                event("y", START, registered("R1", units("L1", 3))));
        Outcome outcome = engine.receive(waiting, PLACED, POLICIES, START);

        assertThat(outcome.deadLetters())
                .extracting(DeadLetter::eventId, DeadLetter::reason)
                .containsExactly(
                        tuple("x", DeadLetterReason.UNKNOWN_LINE), tuple("y", DeadLetterReason.CLAIM_EXCEEDS_ORDER));
        assertThat(outcome.deadLetters())
                .allSatisfy(letter -> assertThat(letter.original()).containsExactly(1, 2));
        assertThat(outcome.decisions()).extracting(Decision::type).containsExactly(DecisionType.RETURN_OPENED);
        assertThat(outcome.duplicate()).isFalse();
    }

    @Test
    void anOrderWithoutReturnsIsForgottenWhenItsLastRecordIsOldEnough() {
        OrderState state = having(PLACED, event("O1", "k", START, amount("K1", null, 5), START + DAY));
        long forgottenAt = START + DAY + RETENTION;

        assertThat(state.wakeAt()).isEqualTo(forgottenAt);
        assertThat(engine.wake(state, POLICIES, forgottenAt - 1).after().facts())
                .hasSize(2);
        assertThat(engine.wake(state, POLICIES, forgottenAt).after()).isEqualTo(OrderState.unknown("O1"));
    }

    @Test
    void anOpenCaseIsRemembered() {
        OrderState open = having(PLACED, REGISTERED);
        OrderState disputed = engine.wake(open, POLICIES, START + 30 * DAY).after();

        assertThat(disputed.wakeAt()).isEqualTo(OrderState.NO_WAKE_UP);
        assertThat(engine.wake(disputed, POLICIES, START + 2 * RETENTION)
                        .after()
                        .facts())
                .hasSize(2);
    }

    @Test
    void aResolvedCaseIsForgotten() {
        OrderState resolved = having(PLACED, REGISTERED, event("c", START, cancelled("R1")));

        assertThat(resolved.wakeAt()).isEqualTo(START + RETENTION);
        assertThat(engine.wake(resolved, POLICIES, START + RETENTION).after().isEmpty())
                .isTrue();
    }

    @Test
    void whatWaitsInVainIsADeadLetterAndLeavesTheRest() {
        OrderState state = having(PLACED, event("c", START, cancelled("R2")));
        assertThat(state.wakeAt()).isEqualTo(START + HOLD);

        Outcome early = engine.wake(state, POLICIES, START + HOLD - 1);
        assertThat(early.deadLetters()).isEmpty();
        assertThat(early.after().facts()).hasSize(2);
        assertThat(early.after().wakeAt()).isEqualTo(START + HOLD);

        Outcome late = engine.wake(state, POLICIES, START + HOLD);
        assertThat(late.deadLetters())
                .containsExactly(new DeadLetter(
                        DeadLetterReason.ORPHANED,
                        "c",
                        state.facts().get(1).position(),
                        state.facts().get(1).original(),
                        "waited in vain for the order or the registration that it speaks of"));
        assertThat(late.deadLetters().get(0).original()).containsExactly(1, 2);
        assertThat(late.after().facts()).extracting(Fact::eventId).containsExactly("o");
        assertThat(late.after().wakeAt()).isEqualTo(START + RETENTION);
    }

    @Test
    void onlyWhatHasWaitedLongEnoughIsOrphaned() {
        OrderState state =
                having(event("a", START, cancelled("R1")), event("O1", "b", START, amount("K1", null, 5), START + DAY));
        Outcome outcome = engine.wake(state, POLICIES, START + HOLD);

        assertThat(outcome.deadLetters()).extracting(DeadLetter::eventId).containsExactly("a");
        assertThat(outcome.after().facts()).extracting(Fact::eventId).containsExactly("b");
        assertThat(outcome.after().wakeAt()).isEqualTo(START + DAY + HOLD);
    }

    @Test
    void anOrderOfWhichNothingIsLeftIsForgotten() {
        OrderState state = having(event("a", START, cancelled("R1")));
        Outcome outcome = engine.wake(state, POLICIES, START + HOLD);

        assertThat(outcome.deadLetters()).extracting(DeadLetter::eventId).containsExactly("a");
        assertThat(outcome.after()).isEqualTo(OrderState.unknown("O1"));
    }

    @Test
    void anOrderWithAsManyFactsAsItMayHaveCanStillBeErased() {
        Engine narrow = new Engine(new Limits(HOLD, RETENTION, 0, 2));
        OrderState full = having(PLACED, REGISTERED);
        Event erased = event("x", START, new OrderErased(Party.CONSUMER, "asked for it"));

        Outcome outcome = narrow.receive(full, erased, POLICIES, START);

        assertThat(outcome.deadLetters()).isEmpty();
        assertThat(outcome.decisions()).extracting(Decision::ground).containsExactly(Ground.ERASED);
        assertThat(outcome.after()).isEqualTo(OrderState.unknown("O1"));
    }

    @Test
    void whatWaitedIsErasedWithTheOrderAndIsNoDeadLetter() {
        OrderState state = having(event("a", START, cancelled("R1")), event("b", START, cancelled("R2")));
        Outcome outcome = engine.receive(
                state, event("x", START, new OrderErased(Party.OPERATOR, "asked for it")), POLICIES, START);

        assertThat(outcome).isEqualTo(new Outcome(OrderState.unknown("O1"), List.of(), List.of(), false));
    }

    @Test
    void aWakeUpThatComesTwiceDecidesOnce() {
        OrderState state = having(PLACED, REGISTERED);
        Outcome first = engine.wake(state, POLICIES, START + 30 * DAY);
        Outcome second = engine.wake(first.after(), POLICIES, START + 30 * DAY);

        assertThat(first.decisions()).extracting(Decision::type).contains(DecisionType.OPENED);
        assertThat(second.decisions()).isEmpty();
        assertThat(second.after()).isEqualTo(first.after());
    }
}
