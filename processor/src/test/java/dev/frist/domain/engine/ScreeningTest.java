package dev.frist.domain.engine;

import static dev.frist.domain.Facts.MINUTE;
import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.accepted;
import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.answered;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.delivered;
import static dev.frist.domain.Facts.event;
import static dev.frist.domain.Facts.extended;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.orderCancelled;
import static dev.frist.domain.Facts.proposed;
import static dev.frist.domain.Facts.received;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.told;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnLost;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.order.Limits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScreeningTest {

    private static DeadLetterReason reason(Payload payload) {
        Objection objection = Screening.objection(event("e1", START, payload), Limits.DEFAULT);
        return objection == null ? null : objection.reason();
    }

    private static DeadLetterReason reasonOfId(String eventId) {
        Objection objection = Screening.objection(event(eventId, START, cancelled("R1")), Limits.DEFAULT);
        return objection == null ? null : objection.reason();
    }

    static Stream<Payload> sound() {
        return Stream.of(
                order(line("L1", 1, 0), line("L2", 2, 5)),
                delivered(START),
                new OrderDelivered(START, List.of(units("L1", 1))),
                orderCancelled(),
                orderCancelled(units("L1", 1)),
                registered("R1", units("L1", 1)),
                new ReturnRegistered("R1", ReturnKind.FAULTY, Party.MERCHANT, List.of(units("L1", 1))),
                new ReturnShipped("R1", "a carrier that is no id!", ""),
                received("R1", "L1", 1, Condition.DAMAGED),
                new ReturnLost("R1", ""),
                cancelled("R1"),
                cancelled("R1", units("L1", 1)),
                refused("R1"),
                refused("R1", units("L1", 1)),
                answered("R1", Answer.CONTESTED),
                proposed("R1", "P1", 0),
                new SettlementProposed("R1", "P1", Party.CONSUMER, 1, false, ""),
                accepted("R1", "P1"),
                new SettlementAccepted("R1", Party.MERCHANT, "P1"),
                extended("R1", START),
                new DeadlineExtended("R1", Party.CONSUMER, START, ""),
                told("R1", "n1", START),
                amount("K1", null, 0),
                note("K1", "R1", credit("L1", 1, 0)),
                reversed("K2", "K1"));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void nothingIsSaidAgainstASoundRecord(Payload payload) {
        assertThat(reason(payload)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", ".", "_", ":", "-", "a.B_3:-"})
    void anIdIsOfLettersDigitsAndFourSigns(String id) {
        assertThat(reasonOfId(id)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "å", "@", "[", "`", "{", "/", ";", ",", "a/", "!a", "aé"})
    void anythingElseIsABadId(String id) {
        assertThat(reasonOfId(id)).isEqualTo(DeadLetterReason.BAD_ID);
    }

    @Test
    void anIdHasAtMostSixtyFourCharacters() {
        assertThat(reasonOfId("x".repeat(64))).isNull();
        assertThat(reasonOfId("x".repeat(65))).isEqualTo(DeadLetterReason.BAD_ID);
    }

    static Stream<Payload> withABadId() {
        String bad = "no id";
        return Stream.of(
                new OrderPlaced(bad, new Channel("D", "m"), "SE", "SEK", "C1", List.of(line("L1", 1, 1))),
                order(line(bad, 1, 1)),
                order(line("L1", 1, 1), line("L1", 1, 1)),
                new OrderDelivered(START, List.of(units(bad, 1))),
                orderCancelled(units(bad, 1)),
                registered(bad, units("L1", 1)),
                registered("R1", units(bad, 1)),
                received("R1", bad, 1, Condition.AS_SOLD),
                cancelled("R1", units(bad, 1)),
                refused("R1", units(bad, 1)),
                proposed("R1", bad, 1),
                accepted("R1", bad),
                told("R1", bad, START),
                amount(bad, null, 1),
                amount("K1", bad, 1),
                note("K1", credit(bad, 1, 1)),
                new CreditNoteIssued("K1", bad, null, "SEK", null, 0, 1, CorrectionReason.RETURN),
                reversed(bad, "K1"),
                reversed("K2", bad));
    }

    @ParameterizedTest
    @MethodSource("withABadId")
    void everyIdOfAPayloadIsChecked(Payload payload) {
        assertThat(reason(payload)).isEqualTo(DeadLetterReason.BAD_ID);
    }

    @Test
    void theOrderIdIsChecked() {
        Event sound = event("e1", START, cancelled("R1"));
        Event bad = new Event("o 1", "e1", "o 1", START, sound.payload(), sound.position(), START, sound.original());

        assertThat(Screening.objection(bad, Limits.DEFAULT).reason()).isEqualTo(DeadLetterReason.BAD_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O2", "o1", ""})
    void theKeyIsTheOrderId(String key) {
        assertThat(Screening.objection(event(key, "e1", START, cancelled("R1"), START), Limits.DEFAULT)
                        .reason())
                .isEqualTo(DeadLetterReason.KEY_MISMATCH);
    }

    @Test
    void aRecordWithoutKeyIsRefused() {
        assertThat(Screening.objection(event(null, "e1", START, cancelled("R1"), START), Limits.DEFAULT)
                        .reason())
                .isEqualTo(DeadLetterReason.KEY_MISMATCH);
    }

    static Stream<Payload> withAnUnknownChoice() {
        var lines = List.of(units("L1", 1));
        return Stream.of(
                order(new OrderLine("L1", "s", LineType.UNKNOWN, 1, 1, 0)),
                new OrderCancelled(Party.UNKNOWN, null),
                registered("R1", ReturnKind.UNKNOWN, units("L1", 1)),
                new ReturnRegistered("R1", ReturnKind.FAULTY, Party.UNKNOWN, lines),
                received("R1", "L1", 1, Condition.UNKNOWN),
                new ReturnCancelled("R1", Party.UNKNOWN, null),
                new ReturnRefused("R1", Party.UNKNOWN, null, RefusalGround.USED, "", List.of()),
                new ReturnRefused("R1", Party.MERCHANT, null, RefusalGround.UNKNOWN, "", List.of()),
                answered("R1", Answer.UNKNOWN),
                new RefusalAnswered("R1", Party.UNKNOWN, Answer.ACCEPTED, "", List.of()),
                new SettlementProposed("R1", "P1", Party.UNKNOWN, 1, true, ""),
                new SettlementAccepted("R1", Party.UNKNOWN, "P1"),
                new DeadlineExtended("R1", Party.UNKNOWN, START, ""),
                new NoticeDelivered("R1", "n", Audience.UNKNOWN, "", START),
                note("K1", null, 0, CorrectionReason.UNKNOWN, credit("L1", 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("withAnUnknownChoice")
    void aChoiceThatIsNotKnownIsRefused(Payload payload) {
        assertThat(reason(payload)).isEqualTo(DeadLetterReason.UNKNOWN_ENUM);
    }

    static Stream<Payload> withNegativeMoney() {
        return Stream.of(
                order(line("L1", 1, -1)),
                proposed("R1", "P1", -1),
                amount("K1", null, -1),
                new CreditNoteIssued("K1", null, null, "SEK", null, -1, 1, CorrectionReason.RETURN),
                new CreditNoteIssued(
                        "K1", null, null, "SEK", List.of(credit("L1", 1, -1)), 0, 1, CorrectionReason.RETURN));
    }

    @ParameterizedTest
    @MethodSource("withNegativeMoney")
    void noAmountIsBelowZero(Payload payload) {
        assertThat(reason(payload)).isEqualTo(DeadLetterReason.NEGATIVE_MONEY);
    }

    static Stream<Payload> withABadQuantity() {
        return Stream.of(
                order(),
                order(line("L1", 0, 1)),
                order(line("L1", 1, 1), line("L2", -1, 1)),
                new OrderDelivered(START, List.of()),
                new OrderDelivered(START, List.of(units("L1", 0))),
                new OrderCancelled(Party.MERCHANT, List.of()),
                orderCancelled(units("L1", 0)),
                registered("R1"),
                registered("R1", units("L1", 0)),
                new ReturnReceived("R1", List.of()),
                received("R1", "L1", 0, Condition.AS_SOLD),
                new ReturnCancelled("R1", Party.CONSUMER, List.of()),
                cancelled("R1", units("L1", -1)),
                refused("R1", units("L1", 0)),
                note("K1"),
                note("K1", credit("L1", 0, 1)));
    }

    @ParameterizedTest
    @MethodSource("withABadQuantity")
    void linesAreNotEmptyAndQuantitiesAreAboveZero(Payload payload) {
        assertThat(reason(payload)).isEqualTo(DeadLetterReason.BAD_QUANTITY);
    }

    static Stream<Arguments> byTheWrongParty() {
        return Stream.of(
                arguments(
                        new ReturnRegistered("R1", ReturnKind.FAULTY, Party.OPERATOR, List.of(units("L1", 1))),
                        "by OPERATOR, allowed is [CONSUMER, MERCHANT]"),
                arguments(new ReturnCancelled("R1", Party.MERCHANT, null), "by MERCHANT, allowed is [CONSUMER]"),
                arguments(
                        new ReturnRefused("R1", Party.CONSUMER, null, RefusalGround.USED, "", List.of()),
                        "by CONSUMER, allowed is [MERCHANT]"),
                arguments(
                        new RefusalAnswered("R1", Party.MERCHANT, Answer.ACCEPTED, "", List.of()),
                        "by MERCHANT, allowed is [CONSUMER]"),
                arguments(
                        new SettlementProposed("R1", "P1", Party.OPERATOR, 1, true, ""),
                        "by OPERATOR, allowed is [CONSUMER, MERCHANT]"),
                arguments(
                        new SettlementAccepted("R1", Party.OPERATOR, "P1"),
                        "by OPERATOR, allowed is [CONSUMER, MERCHANT]"),
                arguments(
                        new DeadlineExtended("R1", Party.MERCHANT, START, ""),
                        "by MERCHANT, allowed is [CONSUMER, OPERATOR]"));
    }

    @ParameterizedTest
    @MethodSource("byTheWrongParty")
    void aPartyThatMayNotDoThisIsNotEntitled(Payload payload, String detail) {
        assertThat(Screening.objection(event("e1", START, payload), Limits.DEFAULT))
                .isEqualTo(new Objection(DeadLetterReason.NOT_ENTITLED, detail));
    }

    @Test
    void businessTimeMayBeAheadOfTheRecordByTheSkewOfClocks() {
        long skew = 5 * MINUTE;

        assertThat(Screening.objection(event("O1", "e1", START + skew, cancelled("R1"), START), Limits.DEFAULT))
                .isNull();
        assertThat(Screening.objection(event("O1", "e1", START + skew + 1, cancelled("R1"), START), Limits.DEFAULT)
                        .reason())
                .isEqualTo(DeadLetterReason.OCCURRED_IN_FUTURE);
        assertThat(Screening.objection(event("O1", "e1", Long.MIN_VALUE, cancelled("R1"), START), Limits.DEFAULT))
                .isNull();
    }

    @Test
    void theFirstReasonThatAppliesIsGiven() {
        Payload all = new CreditNoteIssued(
                "no id", null, null, "SEK", List.of(credit("L1", 0, -1)), 0, 1, CorrectionReason.UNKNOWN);
        assertThat(reason(all)).isEqualTo(DeadLetterReason.BAD_ID);
        assertThat(reason(new CreditNoteIssued(
                        "K1", null, null, "SEK", List.of(credit("L1", 0, -1)), 0, 1, CorrectionReason.UNKNOWN)))
                .isEqualTo(DeadLetterReason.UNKNOWN_ENUM);
        assertThat(reason(new CreditNoteIssued(
                        "K1", null, null, "SEK", List.of(credit("L1", 0, -1)), 0, 1, CorrectionReason.RETURN)))
                .isEqualTo(DeadLetterReason.NEGATIVE_MONEY);
        assertThat(Screening.objection(
                                event(
                                        "O1",
                                        "e1",
                                        START + 10 * MINUTE,
                                        new ReturnCancelled("R1", Party.MERCHANT, null),
                                        START),
                                Limits.DEFAULT)
                        .reason())
                .isEqualTo(DeadLetterReason.OCCURRED_IN_FUTURE);
    }
}
