package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** N1: never a dispute over units that the merchant has already credited. */
final class CreditedUnitsProperty implements TraceProperty {

    @Override
    public String name() {
        return "N1 no dispute over units that the merchant has already credited";
    }

    @Override
    public String violation(Trace trace) {
        Standing standing = new Standing();
        for (Trace.Step step : trace.steps()) {
            step.outcome().decisions().forEach(standing::publish);
            // What grows in money while it shrinks in units waits for the input to be complete, at once.
            boolean putOff = step.after().wakeAt() <= step.now();
            for (Decision decision :
                    putOff ? List.<Decision>of() : step.outcome().decisions()) {
                String wrong = Standing.disputes(decision) ? wrong(step, standing) : null;
                if (wrong != null) {
                    return wrong + ": " + Said.decision(decision);
                }
            }
        }
        return null;
    }

    /** Counted by hand: of a line's units, those that were claimed less those that were credited are the most. */
    private static String wrong(Trace.Step step, Standing standing) {
        OrderPlaced order = step.known(OrderPlaced.class).findFirst().orElseThrow();
        for (OrderLine line : order.lines()) {
            long claimed = Math.min(line.quantity(), claimed(step, line.lineId()));
            long most = Math.max(0, claimed - credited(step, line.lineId()));
            if (standing.units(line.lineId()) > most) {
                return standing.units(line.lineId()) + " units of " + line.lineId() + " are disputed, of which " + most
                        + " could be outstanding";
            }
        }
        return null;
    }

    private static long claimed(Trace.Step step, String lineId) {
        return step.known(ReturnRegistered.class)
                .flatMap(registered -> registered.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToLong(line -> line.quantity())
                .sum();
    }

    private static long credited(Trace.Step step, String lineId) {
        Set<String> reversed = step.known(CorrectionReversed.class)
                .map(CorrectionReversed::reverses)
                .collect(Collectors.toSet());
        Set<String> returns = step.known(ReturnRegistered.class)
                .map(ReturnRegistered::returnId)
                .collect(Collectors.toSet());
        return step.known(CreditNoteIssued.class)
                .filter(credit -> credit.lines() != null && credit.reason() == CorrectionReason.RETURN)
                .filter(credit -> !reversed.contains(credit.correctionId()))
                .filter(credit -> credit.returnId() == null || returns.contains(credit.returnId()))
                .flatMap(credit -> credit.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToLong(line -> line.quantity())
                .sum();
    }
}
