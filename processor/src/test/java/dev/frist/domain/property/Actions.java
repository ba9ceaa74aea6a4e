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

/** What somebody who reads the name of an allowed action could send. */
final class Actions {

    private Actions() {}

    static List<Payload> candidates(String action, Trace.Step step, String returnId) {
        List<LineQuantity> claimed = step.known(ReturnRegistered.class)
                .filter(registered -> registered.returnId().equals(returnId))
                .findFirst()
                .orElseThrow()
                .lines();
        long now = step.now();
        return switch (action) {
            case "CreditNoteIssued" -> credits(step, returnId, claimed);
            case "CorrectionReversed" ->
                step.known(CreditNoteIssued.class)
                        .<Payload>map(credit -> new CorrectionReversed("K-action", credit.correctionId()))
                        .toList();
            case "ReturnCancelled" -> List.of(new ReturnCancelled(returnId, Party.CONSUMER, null));
            case "ReturnRefused" ->
                List.of(new ReturnRefused(
                        returnId, Party.MERCHANT, null, RefusalGround.OTHER, "no", List.of("photo-2")));
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
                List.of(new DeadlineExtended(returnId, Party.OPERATOR, now + 100 * Histories.DAY, ""));
            case "NoticeDelivered" -> List.of(receipt(step, returnId, now));
            case "ReturnShipped" -> List.of(new ReturnShipped(returnId, "POST", "T2"));
            case "ReturnLost" -> List.of(new ReturnLost(returnId, "POST"));
            case "ReturnReceived" ->
                Stream.of(Condition.DAMAGED, Condition.AS_SOLD)
                        .<Payload>map(condition -> new ReturnReceived(
                                returnId,
                                claimed.stream()
                                        .map(line -> new ReceivedLine(line.lineId(), line.quantity(), condition))
                                        .toList()))
                        .toList();
            case "OrderCancelled" -> List.of(new OrderCancelled(Party.MERCHANT, null));
            case "OrderDelivered" -> List.of(new OrderDelivered(now, null));
            default -> throw new IllegalArgumentException("no payload has the name " + action);
        };
    }

    private static List<Payload> credits(Trace.Step step, String returnId, List<LineQuantity> claimed) {
        OrderPlaced order = step.known(OrderPlaced.class).findFirst().orElseThrow();
        List<CreditLine> lines = new ArrayList<>();
        for (LineQuantity line : claimed) {
            for (OrderLine bought : order.lines()) {
                if (bought.lineId().equals(line.lineId())) {
                    lines.add(new CreditLine(
                            line.lineId(), line.quantity(), bought.amount() * line.quantity() / bought.quantity()));
                }
            }
        }
        long sum = lines.stream().mapToLong(CreditLine::amount).sum();
        List<Payload> credits = new ArrayList<>();
        for (long amount : new long[] {Math.max(1, sum), Math.max(1, sum / 2)}) {
            credits.add(
                    new CreditNoteIssued("K-action", null, returnId, "SEK", null, 0, amount, CorrectionReason.RETURN));
        }
        credits.add(new CreditNoteIssued("K-action", null, returnId, "SEK", lines, 0, sum, CorrectionReason.RETURN));
        return credits;
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
