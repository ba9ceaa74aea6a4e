package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;

/** N5: never a hold or a cancellation that reaches further than the contested units. */
final class ReachProperty implements TraceProperty {

    @Override
    public String name() {
        return "N5 no hold that reaches further than the contested units: what was kept stays payable";
    }

    @Override
    public String violation(Trace trace) {
        for (Trace.Step step : trace.steps()) {
            for (Decision decision : step.outcome().decisions()) {
                String wrong = wrong(step, decision);
                if (wrong != null) {
                    return wrong + ": " + Said.decision(decision);
                }
            }
        }
        return null;
    }

    private static String wrong(Trace.Step step, Decision decision) {
        OrderPlaced order = step.known(OrderPlaced.class).findFirst().orElseThrow();
        long claimed = 0;
        for (OrderLine line : order.lines()) {
            claimed += value(line, claimed(step, line.lineId(), null));
        }
        InvoiceBlock invoice = decision.invoice();
        if (invoice.held() > claimed) {
            return "more is held than the value of everything that was ever claimed, " + claimed;
        }
        if (invoice.payable() < invoice.captured() - invoice.credited() - invoice.agreed() - claimed) {
            return "goods that nobody returned do not stay payable";
        }
        for (DecisionLine line : decision.lines()) {
            if (decision.returnId() != null && line.quantity() > claimed(step, line.lineId(), decision.returnId())) {
                return "more units of " + line.lineId() + " than the return claims";
            }
        }
        return null;
    }

    /** Rounded up, since units that were claimed together may be worth more than each by itself. */
    private static long value(OrderLine line, long units) {
        long counted = Math.min(units, line.quantity());
        return (line.amount() * counted + line.quantity() - 1) / line.quantity();
    }

    private static long claimed(Trace.Step step, String lineId, String returnId) {
        return step.known(ReturnRegistered.class)
                .filter(registered -> returnId == null || registered.returnId().equals(returnId))
                .flatMap(registered -> registered.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToLong(LineQuantity::quantity)
                .sum();
    }
}
