package dev.frist.domain.property;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReceivedLine;
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
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.verdict.DecisionIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What somebody who reads the name of an action could send, as far as it speaks of the return or of no return. */
final class Actions {

    private Actions() {}

    /** Every payload but the placing of the order, which can only be placed once. */
    static final List<String> NAMES = List.of(
            "OrderDelivered",
            "OrderCancelled",
            "ReturnRegistered",
            "ReturnShipped",
            "ReturnReceived",
            "ReturnLost",
            "ReturnCancelled",
            "ReturnRefused",
            "RefusalAnswered",
            "SettlementProposed",
            "SettlementAccepted",
            "DeadlineExtended",
            "NoticeDelivered",
            "CreditNoteIssued",
            "CorrectionReversed");

    static List<Payload> candidates(String action, Trace.Step step, String returnId) {
        ReturnRegistered registered = step.known(ReturnRegistered.class)
                .filter(registration -> registration.returnId().equals(returnId))
                .findFirst()
                .orElseThrow();
        List<LineQuantity> claimed = registered.lines();
        OrderPlaced order = step.known(OrderPlaced.class).findFirst().orElseThrow();
        long now = step.now() + 1;
        return switch (action) {
            case "OrderDelivered" ->
                Stream.of(now, now - 2_000 * Histories.DAY)
                        .<Payload>map(at -> new OrderDelivered(at, null))
                        .toList();
            case "OrderCancelled" ->
                allOrOne(claimed)
                        .<Payload>map(lines -> new OrderCancelled(Party.MERCHANT, lines))
                        .toList();
            case "ReturnRegistered" ->
                order.lines().stream()
                        .flatMap(line -> Stream.of(returnId, "R-action")
                                .<Payload>map(id -> new ReturnRegistered(
                                        id,
                                        ReturnKind.FAULTY,
                                        Party.CONSUMER,
                                        List.of(new LineQuantity(line.lineId(), 1)))))
                        .toList();
            case "ReturnShipped" -> List.of(new ReturnShipped(returnId, "POST", "T2"));
            case "ReturnReceived" ->
                Stream.of(Condition.DAMAGED, Condition.AS_SOLD)
                        .<Payload>map(condition -> new ReturnReceived(
                                returnId,
                                claimed.stream()
                                        .map(line -> new ReceivedLine(line.lineId(), line.quantity(), condition))
                                        .toList()))
                        .toList();
            case "ReturnLost" -> List.of(new ReturnLost(returnId, "POST"));
            case "ReturnCancelled" ->
                allOrOne(claimed)
                        .<Payload>map(lines -> new ReturnCancelled(returnId, Party.CONSUMER, lines))
                        .toList();
            case "ReturnRefused" ->
                allOrOne(claimed)
                        .<Payload>map(lines -> new ReturnRefused(
                                returnId, Party.MERCHANT, lines, RefusalGround.OTHER, "no", List.of("photo-2")))
                        .toList();
            case "RefusalAnswered" ->
                Stream.of(Answer.CONTESTED, Answer.ACCEPTED)
                        .<Payload>map(answer -> new RefusalAnswered(returnId, Party.CONSUMER, answer, "", List.of()))
                        .toList();
            case "SettlementProposed" ->
                Stream.of(Party.MERCHANT, Party.CONSUMER)
                        .<Payload>map(by -> new SettlementProposed(returnId, "P-action", by, 1, false, ""))
                        .toList();
            case "SettlementAccepted" -> acceptances(step, returnId);
            case "DeadlineExtended" ->
                Stream.of(1, 100)
                        .<Payload>map(
                                days -> new DeadlineExtended(returnId, Party.OPERATOR, now + days * Histories.DAY, ""))
                        .toList();
            case "NoticeDelivered" -> List.of(receipt(step, returnId, now));
            case "CreditNoteIssued" -> credits(order, returnId, claimed);
            case "CorrectionReversed" ->
                step.known(CreditNoteIssued.class)
                        .<Payload>map(credit -> new CorrectionReversed("K-action", credit.correctionId()))
                        .toList();
            default -> throw new IllegalArgumentException("no payload has the name " + action);
        };
    }

    /** All lines (null), or one unit of one of them. */
    private static Stream<List<LineQuantity>> allOrOne(List<LineQuantity> claimed) {
        return Stream.concat(
                Stream.of((List<LineQuantity>) null),
                claimed.stream().map(line -> List.of(new LineQuantity(line.lineId(), 1))));
    }

    /** Whether a payload concerns the return, and not by way of another one of the order. */
    static boolean concerns(Payload payload, Trace.Step step, String returnId) {
        if (step.known(ReturnRegistered.class).count() == 1) {
            return true;
        }
        if (payload instanceof CorrectionReversed reversed) {
            return step.known(CreditNoteIssued.class)
                    .anyMatch(credit ->
                            credit.correctionId().equals(reversed.reverses()) && returnId.equals(credit.returnId()));
        }
        return !(payload instanceof OrderDelivered)
                && !(payload instanceof CreditNoteIssued credit && credit.returnId() == null);
    }

    /** Of all that was claimed or of half of it, with lines and without, naming the return or none. */
    private static List<Payload> credits(OrderPlaced order, String returnId, List<LineQuantity> claimed) {
        List<CreditLine> lines = new ArrayList<>();
        for (LineQuantity line : claimed) {
            for (OrderLine bought : order.lines()) {
                if (bought.lineId().equals(line.lineId())) {
                    lines.add(new CreditLine(
                            line.lineId(), line.quantity(), bought.amount() * line.quantity() / bought.quantity() + 1));
                }
            }
        }
        long sum = lines.stream().mapToLong(CreditLine::amount).sum();
        long captured = order.lines().stream().mapToLong(OrderLine::amount).sum() + 1;
        List<Payload> credits = new ArrayList<>();
        for (String named : new String[] {returnId, null}) {
            for (long amount : new long[] {sum, sum / 2 + 1, captured}) {
                credits.add(credit(named, null, amount, CorrectionReason.RETURN));
            }
            credits.add(credit(named, lines, sum, CorrectionReason.RETURN));
            credits.add(credit(named, lines, sum, CorrectionReason.GOODWILL));
        }
        return credits;
    }

    private static Payload credit(String named, List<CreditLine> lines, long amount, CorrectionReason reason) {
        return new CreditNoteIssued("K-action", null, named, "SEK", lines, 0, amount, reason);
    }

    private static List<Payload> acceptances(Trace.Step step, String returnId) {
        List<Payload> acceptances = new ArrayList<>();
        step.known(SettlementProposed.class)
                .filter(proposal -> proposal.returnId().equals(returnId))
                .forEach(proposal -> acceptances.add(new SettlementAccepted(
                        returnId,
                        proposal.by() == Party.MERCHANT ? Party.CONSUMER : Party.MERCHANT,
                        proposal.proposalId())));
        step.known(CreditNoteIssued.class)
                .forEach(credit ->
                        acceptances.add(new SettlementAccepted(returnId, Party.CONSUMER, credit.correctionId())));
        return acceptances;
    }

    private static Payload receipt(Trace.Step step, String returnId, long now) {
        CaseMemory memory = step.after().cases().get(returnId);
        String noticeId = DecisionIds.of(step.after().orderId(), returnId, memory.openedSequence())
                .toString();
        return new NoticeDelivered(returnId, noticeId, Audience.MERCHANT, "mail", now);
    }
}
