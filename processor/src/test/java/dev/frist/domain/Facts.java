package dev.frist.domain;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import java.util.List;

/** What the parties say, with defaults for all that a test is not about: one order O1 of merchant M1 in SEK. */
public final class Facts {

    /** 2 March 2026, 08:00 UTC; a Monday. */
    public static final long START = 1_772_438_400_000L;

    public static final long MINUTE = 60_000;
    public static final long DAY = 86_400_000;

    private Facts() {}

    public static OrderLine line(String lineId, int quantity, long amount) {
        return new OrderLine(lineId, lineId, LineType.PHYSICAL, quantity, amount, 2_500);
    }

    public static OrderPlaced order(OrderLine... lines) {
        return new OrderPlaced("M1", new Channel("DIRECT", "merchant"), "SE", "SEK", "C1", List.of(lines));
    }

    public static OrderDelivered delivered(long at) {
        return new OrderDelivered(at, null);
    }

    public static OrderCancelled orderCancelled(LineQuantity... lines) {
        return new OrderCancelled(Party.MERCHANT, lines.length == 0 ? null : List.of(lines));
    }

    public static LineQuantity units(String lineId, int quantity) {
        return new LineQuantity(lineId, quantity);
    }

    public static ReturnRegistered registered(String returnId, LineQuantity... lines) {
        return registered(returnId, ReturnKind.WITHDRAWAL, lines);
    }

    public static ReturnRegistered registered(String returnId, ReturnKind kind, LineQuantity... lines) {
        return new ReturnRegistered(returnId, kind, Party.CONSUMER, List.of(lines));
    }

    public static ReturnReceived received(String returnId, String lineId, int quantity, Condition condition) {
        return new ReturnReceived(returnId, List.of(new ReceivedLine(lineId, quantity, condition)));
    }

    public static ReturnCancelled cancelled(String returnId, LineQuantity... lines) {
        return new ReturnCancelled(returnId, Party.CONSUMER, lines.length == 0 ? null : List.of(lines));
    }

    public static ReturnRefused refused(String returnId, LineQuantity... lines) {
        return new ReturnRefused(
                returnId,
                Party.MERCHANT,
                lines.length == 0 ? null : List.of(lines),
                RefusalGround.USED,
                "worn",
                List.of());
    }

    public static RefusalAnswered answered(String returnId, Answer answer) {
        return new RefusalAnswered(returnId, Party.CONSUMER, answer, "no", List.of());
    }

    public static SettlementProposed proposed(String returnId, String proposalId, long amount) {
        return new SettlementProposed(returnId, proposalId, Party.MERCHANT, amount, true, "keep it");
    }

    public static SettlementAccepted accepted(String returnId, String reference) {
        return new SettlementAccepted(returnId, Party.CONSUMER, reference);
    }

    public static DeadlineExtended extended(String returnId, long until) {
        return new DeadlineExtended(returnId, Party.OPERATOR, until, "holidays");
    }

    public static NoticeDelivered told(String returnId, String noticeId, long at) {
        return new NoticeDelivered(returnId, noticeId, Audience.MERCHANT, "email", at);
    }

    public static CreditLine credit(String lineId, int quantity, long amount) {
        return new CreditLine(lineId, quantity, amount);
    }

    /** A credit note for a return's goods that names no return. */
    public static CreditNoteIssued note(String correctionId, CreditLine... lines) {
        return note(correctionId, null, lines);
    }

    public static CreditNoteIssued note(String correctionId, String returnId, CreditLine... lines) {
        return note(correctionId, returnId, 0, CorrectionReason.RETURN, lines);
    }

    /** A credit note whose amount is the sum of its lines less the fee. */
    public static CreditNoteIssued note(
            String correctionId, String returnId, long fee, CorrectionReason reason, CreditLine... lines) {
        long sum = List.of(lines).stream().mapToLong(CreditLine::amount).sum();
        return new CreditNoteIssued(correctionId, null, returnId, "SEK", List.of(lines), fee, sum - fee, reason);
    }

    /** A credit note without lines. */
    public static CreditNoteIssued amount(String correctionId, String returnId, long amount) {
        return new CreditNoteIssued(correctionId, null, returnId, "SEK", null, 0, amount, CorrectionReason.RETURN);
    }

    public static CorrectionReversed reversed(String correctionId, String reverses) {
        return new CorrectionReversed(correctionId, reverses);
    }

    /** A fact that arrived when it occurred. */
    public static Fact fact(String eventId, long occurredAt, Payload payload) {
        return new Fact(eventId, occurredAt, payload, new Position("t", 0, occurredAt), occurredAt, null);
    }

    /** A record of the order O1 that arrives when it occurred. */
    public static Event event(String eventId, long occurredAt, Payload payload) {
        return event("O1", eventId, occurredAt, payload, occurredAt);
    }

    public static Event event(String key, String eventId, long occurredAt, Payload payload, long arrivedAt) {
        return new Event(
                key, eventId, "O1", occurredAt, payload, new Position("t", 0, arrivedAt), arrivedAt, new byte[] {1, 2});
    }
}
