package dev.frist.domain.engine;

import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payload holds of each kind of value that is checked alike wherever it stands. */
final class Contents {

    private Contents() {}

    /** The lines that the payload names, null where it names none and may. */
    static @Nullable List<Line> lines(Payload payload) {
        if (payload instanceof OrderPlaced placed) {
            return map(placed.lines());
        }
        if (payload instanceof OrderDelivered delivered) {
            return quantities(delivered.lines());
        }
        if (payload instanceof OrderCancelled cancelled) {
            return quantities(cancelled.lines());
        }
        if (payload instanceof ReturnRegistered registered) {
            return quantities(registered.lines());
        }
        if (payload instanceof ReturnCancelled cancelled) {
            return quantities(cancelled.lines());
        }
        if (payload instanceof ReturnRefused refused) {
            return quantities(refused.lines());
        }
        if (payload instanceof ReturnReceived received) {
            List<Line> lines = new ArrayList<>();
            for (ReceivedLine line : received.lines()) {
                lines.add(new Line(line.lineId(), line.quantity(), 0));
            }
            return lines;
        }
        if (payload instanceof CreditNoteIssued note && note.lines() != null) {
            List<Line> lines = new ArrayList<>();
            for (CreditLine line : note.lines()) {
                lines.add(new Line(line.lineId(), line.quantity(), line.amount()));
            }
            return lines;
        }
        return null;
    }

    /** A line as it is checked: its id, its units, and its amount in minor units. */
    record Line(String lineId, int quantity, long amount) {}

    private static List<Line> map(List<OrderLine> orderLines) {
        List<Line> lines = new ArrayList<>();
        for (OrderLine line : orderLines) {
            lines.add(new Line(line.lineId(), line.quantity(), line.amount()));
        }
        return lines;
    }

    private static @Nullable List<Line> quantities(@Nullable List<LineQuantity> quantities) {
        if (quantities == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        for (LineQuantity line : quantities) {
            lines.add(new Line(line.lineId(), line.quantity(), 0));
        }
        return lines;
    }

    /** The ids of the lines that the payload names. */
    static List<String> lineIds(Payload payload) {
        List<Line> lines = lines(payload);
        return lines == null ? List.of() : lines.stream().map(Line::lineId).toList();
    }

    /** Every id that the payload holds, those of its lines among them. */
    static List<String> ids(Payload payload) {
        List<String> ids = new ArrayList<>(lineIds(payload));
        if (payload instanceof OrderPlaced placed) {
            ids.add(placed.merchantId());
        } else if (payload instanceof ReturnPayload said) {
            ids.add(said.returnId());
            if (said instanceof SettlementProposed proposed) {
                ids.add(proposed.proposalId());
            } else if (said instanceof SettlementAccepted accepted) {
                ids.add(accepted.reference());
            } else if (said instanceof NoticeDelivered delivered) {
                ids.add(delivered.noticeId());
            }
        } else if (payload instanceof CorrectionReversed reversed) {
            ids.add(reversed.correctionId());
            ids.add(reversed.reverses());
        } else if (payload instanceof CreditNoteIssued note) {
            ids.add(note.correctionId());
            if (note.invoiceId() != null) {
                ids.add(note.invoiceId());
            }
            if (note.returnId() != null) {
                ids.add(note.returnId());
            }
        }
        return ids;
    }

    /** Every amount that the payload states, minor units. */
    static List<Long> amounts(Payload payload) {
        List<Long> amounts = new ArrayList<>();
        List<Line> lines = lines(payload);
        if (lines != null) {
            lines.forEach(line -> amounts.add(line.amount()));
        }
        if (payload instanceof CreditNoteIssued note) {
            amounts.add(note.amount());
            amounts.add(note.returnFee());
        } else if (payload instanceof SettlementProposed proposed) {
            amounts.add(proposed.amount());
        }
        return amounts;
    }

    /** Every choice that the payload makes from a list. */
    static List<Enum<?>> choices(Payload payload) {
        List<Enum<?>> choices = new ArrayList<>();
        if (payload instanceof OrderPlaced placed) {
            placed.lines().forEach(line -> choices.add(line.type()));
        } else if (payload instanceof OrderCancelled cancelled) {
            choices.add(cancelled.by());
        } else if (payload instanceof CreditNoteIssued note) {
            choices.add(note.reason());
        } else if (payload instanceof ReturnPayload said) {
            ofReturn(said, choices);
        }
        Entitlement entitlement = Entitlement.of(payload);
        if (entitlement != null) {
            choices.add(entitlement.by());
        }
        return choices;
    }

    private static void ofReturn(ReturnPayload said, List<Enum<?>> choices) {
        if (said instanceof ReturnRegistered registered) {
            choices.add(registered.kind());
        } else if (said instanceof ReturnReceived received) {
            received.lines().forEach(line -> choices.add(line.condition()));
        } else if (said instanceof ReturnRefused refused) {
            choices.add(refused.ground());
        } else if (said instanceof RefusalAnswered answered) {
            choices.add(answered.answer());
        } else if (said instanceof NoticeDelivered delivered) {
            choices.add(delivered.audience());
        }
    }
}
