package dev.frist.domain.engine;

import static dev.frist.domain.Facts.MINUTE;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.event;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.proposed;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.Limits;
import dev.frist.domain.order.OrderState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AdmissionTest {

    private static final Payload ORDER = order(line("L1", 2, 200));
    private static final Event PLACED = event("o", START, ORDER);
    private static final Event REGISTERED = event("r", START, registered("R1", units("L1", 1)));

    private static OrderState having(Event... events) {
        OrderState state = OrderState.unknown("O1");
        for (Event event : events) {
            Admission.Result result = Admission.of(state, event, Limits.DEFAULT);
            assertThat(result.deadLetters()).as(event.eventId()).isEmpty();
            state = result.state();
        }
        return state;
    }

    private static List<String> ids(OrderState state) {
        return state.facts().stream().map(Fact::eventId).toList();
    }

    private static void assertRefused(OrderState before, Event event, DeadLetterReason reason, String detail) {
        Admission.Result result = Admission.of(before, event, Limits.DEFAULT);
        assertThat(result.state()).isSameAs(before);
        assertThat(result.isUnchanged()).isTrue();
        assertThat(result.isDuplicate()).isFalse();
        assertThat(result.deadLetters())
                .containsExactly(new DeadLetter(reason, event.eventId(), event.position(), event.original(), detail));
    }

    @Test
    void aRecordBecomesAFact() {
        Admission.Result result = Admission.of(OrderState.unknown("O1"), PLACED, Limits.DEFAULT);

        assertThat(result.isUnchanged()).isFalse();
        assertThat(result.isDuplicate()).isFalse();
        assertThat(result.deadLetters()).isEmpty();
        assertThat(result.state().facts()).containsExactly(new Fact("o", START, ORDER, PLACED.position(), START, null));
    }

    @Test
    void aRecordThatScreeningRefusesIsADeadLetter() {
        assertRefused(
                OrderState.unknown("O1"),
                event("no id", START, ORDER),
                DeadLetterReason.BAD_ID,
                "an id is 1 to 64 of [A-Za-z0-9._:-]");
    }

    @Test
    void theSamePayloadAndTimeUnderTheSameIdIsADuplicate() {
        OrderState before = having(PLACED, REGISTERED);
        Admission.Result result = Admission.of(
                before, event("O1", "r", START, registered("R1", units("L1", 1)), START + MINUTE), Limits.DEFAULT);

        assertThat(result.state()).isSameAs(before);
        assertThat(result.isUnchanged()).isTrue();
        assertThat(result.isDuplicate()).isTrue();
        assertThat(result.deadLetters()).isEmpty();
    }

    @Test
    void anotherPayloadOrTimeUnderTheSameIdIsRefused() {
        String detail = "another record came under this eventId, with another payload or occurredAt";
        OrderState before = having(PLACED, REGISTERED);

        assertRefused(before, event("r", START, cancelled("R1")), DeadLetterReason.EVENT_ID_REUSED, detail);
        assertRefused(
                before,
                event("r", START + 1, registered("R1", units("L1", 1))),
                DeadLetterReason.EVENT_ID_REUSED,
                detail);
    }

    @Test
    void anIdThatAnotherEventIntroducedIsRefused() {
        String detail = "its id was introduced by another event before; the first stands";
        OrderState before = having(
                PLACED,
                REGISTERED,
                event("k", START, amount("K1", null, 5)),
                event("v", START, reversed("K2", "K1")),
                event("p", START, proposed("R1", "P1", 5)));

        assertRefused(before, event("x", START, ORDER), DeadLetterReason.ID_REUSED, detail);
        assertRefused(before, event("x", START, registered("R1", units("L1", 1))), DeadLetterReason.ID_REUSED, detail);
        assertRefused(before, event("x", START, amount("K1", null, 6)), DeadLetterReason.ID_REUSED, detail);
        assertRefused(before, event("x", START, amount("K2", null, 6)), DeadLetterReason.ID_REUSED, detail);
        assertRefused(before, event("x", START, reversed("K1", "K9")), DeadLetterReason.ID_REUSED, detail);
        assertRefused(before, event("x", START, proposed("R2", "P1", 5)), DeadLetterReason.ID_REUSED, detail);
    }

    @Test
    void idsOfDifferentKindsDoNotMeet() {
        OrderState state = having(
                PLACED,
                event("r", START, registered("A", units("L1", 1))),
                event("k", START, amount("A", null, 5)),
                event("p", START, proposed("A", "A", 5)),
                event("r2", START, registered("B", units("L1", 1))),
                event("k2", START, amount("B", null, 5)),
                event("p2", START, proposed("A", "B", 5)));

        assertThat(ids(state)).containsExactly("o", "r", "k", "p", "r2", "k2", "p2");
    }

    @Test
    void anOrderHasNoMoreFactsThanItMayHave() {
        Limits two = new Limits(0, 0, 0, 2);
        OrderState one = having(PLACED);
        OrderState full = Admission.of(one, REGISTERED, two).state();
        Event third = event("c", START, cancelled("R1"));

        assertThat(ids(full)).containsExactly("o", "r");
        assertThat(Admission.of(full, third, two).deadLetters())
                .extracting(DeadLetter::reason, DeadLetter::detail)
                .containsExactly(
                        tuple(DeadLetterReason.TOO_MANY_FACTS, "the order has as many facts as it may have: 2"));
        assertThat(Admission.of(full, REGISTERED, two).isDuplicate()).isTrue();
    }

    @Test
    void whatDoesNotMatchTheOrderIsRefusedWhole() {
        OrderState before = having(PLACED);

        assertRefused(
                before,
                event("k", START, new CreditNoteIssued("K1", null, null, "NOK", null, 0, 5, CorrectionReason.RETURN)),
                DeadLetterReason.WRONG_CURRENCY,
                "the currency NOK is not the order's, SEK");
        assertRefused(
                before,
                event("r", START, registered("R1", units("L1", 1), units("L9", 1))),
                DeadLetterReason.UNKNOWN_LINE,
                "the order has no line L9");
    }

    @Test
    void whatWaitedForTheOrderIsCheckedAgainstItWhenItComes() {
        Event good = event("k1", START, note("K1", credit("L1", 1, 100)));
        Event bad = event("k2", START, note("K2", credit("L9", 1, 100)));
        OrderState waiting = having(good, bad);
        assertThat(waiting.facts())
                .allSatisfy(fact -> assertThat(fact.original()).isNotNull());

        Admission.Result result = Admission.of(waiting, PLACED, Limits.DEFAULT);

        assertThat(ids(result.state())).containsExactly("k1", "o");
        assertThat(result.state().facts())
                .allSatisfy(fact -> assertThat(fact.original()).isNull());
        assertThat(result.deadLetters())
                .containsExactly(new DeadLetter(
                        DeadLetterReason.UNKNOWN_LINE,
                        "k2",
                        bad.position(),
                        bad.original(),
                        "the order has no line L9"));
    }

    @Test
    void bytesAreKeptAsLongAsTheRecordMayBecomeADeadLetter() {
        Event orphan = event("c", START, cancelled("R2"));
        OrderState state = having(PLACED, REGISTERED, event("c1", START, cancelled("R1")), orphan);

        assertThat(state.facts())
                .extracting(Fact::eventId, fact -> fact.original() != null)
                .containsExactly(tuple("o", false), tuple("r", true), tuple("c1", false), tuple("c", true));

        OrderState registered = Admission.of(
                        state, event("r2", START, registered("R2", units("L1", 1))), Limits.DEFAULT)
                .state();
        assertThat(registered.facts())
                .filteredOn(fact -> fact.eventId().equals("c"))
                .singleElement()
                .extracting(Fact::original)
                .isNull();
    }

    private static OrderState whollyExcess(int sequence) {
        OrderState before = having(PLACED, REGISTERED);
        CaseMemory none = CaseMemory.NONE;
        CaseMemory excess = new CaseMemory(
                sequence,
                null,
                none.openedAt(),
                0,
                false,
                List.of(),
                null,
                none.reopenedAt(),
                null,
                Map.of(),
                Set.of(),
                0,
                0,
                none.unprovenDue(),
                true);
        return new OrderState(
                "O1", before.facts(), Map.of("R1", excess, "R0", none), 3, Set.of("K7"), 17, before.wakeAt());
    }

    @Test
    void aRegistrationThatWasDeadLetteredWholeMayComeAgainFixed() {
        Event underItsOwnId = event("r", START + 1, registered("R1", units("L1", 2)));
        Event underAnother = event("r9", START + 1, registered("R1", units("L1", 2)));

        for (Event fixed : List.of(underItsOwnId, underAnother)) {
            OrderState before = whollyExcess(0);
            Admission.Result result = Admission.of(before, fixed, Limits.DEFAULT);

            assertThat(result.deadLetters()).isEmpty();
            assertThat(ids(result.state())).containsExactly("o", fixed.eventId());
            assertThat(result.state().facts().get(1).payload()).isEqualTo(fixed.payload());
            assertThat(result.state().cases()).containsOnlyKeys("R0");
            assertThat(before.cases()).containsOnlyKeys("R0", "R1");
            assertThat(result.state().sequence()).isEqualTo(3);
            assertThat(result.state().unmatchedTold()).containsExactly("K7");
            assertThat(result.state().judgedUntil()).isEqualTo(17);
        }
    }

    @Test
    void aFixedRegistrationTakesThePlaceOfTheOldOneAlsoInAFullOrder() {
        Event fixed = event("r9", START + 1, registered("R1", units("L1", 2)));

        assertThat(ids(Admission.of(whollyExcess(0), fixed, new Limits(0, 0, 0, 2))
                        .state()))
                .containsExactly("o", "r9");
    }

    @Test
    void aRegistrationThatLedToACaseIsNotReplaced() {
        OrderState before = whollyExcess(1);

        assertRefused(
                before,
                event("r", START + 1, registered("R1", units("L1", 2))),
                DeadLetterReason.EVENT_ID_REUSED,
                "another record came under this eventId, with another payload or occurredAt");
        assertRefused(
                before,
                event("r9", START + 1, registered("R1", units("L1", 2))),
                DeadLetterReason.ID_REUSED,
                "its id was introduced by another event before; the first stands");
    }
}
