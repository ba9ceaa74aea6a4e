package dev.frist.domain.engine;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Payload;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can only be checked against the order: the currency, and the lines that a record names. */
final class OrderMatch {

    private OrderMatch() {}

    static @Nullable Objection objection(OrderPlaced order, Payload payload) {
        if (payload instanceof CreditNoteIssued note && !note.currency().equals(order.currency())) {
            return new Objection(
                    DeadLetterReason.WRONG_CURRENCY,
                    "the currency " + note.currency() + " is not the order's, " + order.currency());
        }
        Set<String> lines = new HashSet<>();
        order.lines().forEach(line -> lines.add(line.lineId()));
        for (String lineId : Contents.lineIds(payload)) {
            if (!lines.contains(lineId)) {
                return new Objection(DeadLetterReason.UNKNOWN_LINE, "the order has no line " + lineId);
            }
        }
        return null;
    }
}
