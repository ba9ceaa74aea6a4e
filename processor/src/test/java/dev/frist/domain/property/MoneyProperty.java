package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import java.util.List;

/** Captured = credited + agreed-but-not-yet-credited + held + payable unless over-credited; nothing negative. */
final class MoneyProperty implements TraceProperty {

    @Override
    public String name() {
        return "captured = credited + agreed but not yet credited + held + payable unless over-credited";
    }

    @Override
    public String violation(Trace trace) {
        for (Trace.Step step : trace.steps()) {
            for (Decision decision : step.outcome().decisions()) {
                OrderPlaced order = step.known(OrderPlaced.class).findFirst().orElseThrow();
                String wrong = wrong(decision, order.lines());
                if (wrong != null) {
                    return wrong + ": " + Said.decision(decision);
                }
            }
        }
        return null;
    }

    private static String wrong(Decision decision, List<OrderLine> ordered) {
        InvoiceBlock invoice = decision.invoice();
        long captured = ordered.stream().mapToLong(OrderLine::amount).sum();
        if (invoice.captured() != captured) {
            return "captured is not what was ordered";
        }
        if (Math.min(Math.min(invoice.credited(), invoice.agreed()), Math.min(invoice.held(), invoice.payable())) < 0
                || decision.amount() < 0) {
            return "something is negative";
        }
        long agreedNotYetCredited = captured - invoice.credited() - invoice.held() - invoice.payable();
        if (agreedNotYetCredited > invoice.agreed()) {
            return "money is missing";
        }
        if (agreedNotYetCredited < 0 && invoice.payable() > 0) {
            return "money is counted twice";
        }
        InvoiceAction action = invoice.held() > 0
                ? InvoiceAction.HOLD_PART
                : invoice.payable() == 0 ? InvoiceAction.CLOSE : InvoiceAction.RESUME;
        return invoice.action() == action ? lines(decision, ordered) : "the action is not " + action;
    }

    private static String lines(Decision decision, List<OrderLine> ordered) {
        for (DecisionLine line : decision.lines()) {
            OrderLine bought = ordered.stream()
                    .filter(candidate -> candidate.lineId().equals(line.lineId()))
                    .findFirst()
                    .orElse(null);
            if (bought == null) {
                return "a line that was never ordered";
            }
            if (line.quantity() < 0
                    || line.quantity() > bought.quantity()
                    || line.amount() < 0
                    || line.amount() > bought.amount()) {
                return "a line is less than nothing or more than was ordered";
            }
        }
        long distinct =
                decision.lines().stream().map(DecisionLine::lineId).distinct().count();
        return distinct == decision.lines().size() ? null : "a line stands there twice";
    }
}
