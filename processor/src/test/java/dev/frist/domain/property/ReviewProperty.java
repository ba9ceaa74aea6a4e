package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** N6: never an approval over a documented refusal or finding without human review. */
final class ReviewProperty implements TraceProperty {

    private static final Set<Ground> FOR_HUMANS = EnumSet.of(Ground.MERCHANT_REFUSED, Ground.GOODS_CONTESTED);
    private static final List<Ground> STRONGEST_FIRST =
            List.of(Ground.MERCHANT_REFUSED, Ground.GOODS_CONTESTED, Ground.CREDIT_SHORT, Ground.MERCHANT_SILENT);

    @Override
    public String name() {
        return "N6 no approval over a documented refusal or finding without human review";
    }

    @Override
    public String violation(Trace trace) {
        for (Trace.Step step : trace.steps()) {
            for (Decision decision : step.outcome().decisions()) {
                String wrong = Standing.disputes(decision) ? wrong(step, decision) : null;
                if (wrong != null) {
                    return wrong + ": " + Said.decision(decision);
                }
            }
        }
        return null;
    }

    private static String wrong(Trace.Step step, Decision dispute) {
        boolean forHumans = dispute.lines().stream().anyMatch(line -> FOR_HUMANS.contains(line.ground()));
        if (forHumans != (dispute.review() == Review.HUMAN_REQUIRED)) {
            return "the review is " + dispute.review();
        }
        Ground strongest = STRONGEST_FIRST.stream()
                .filter(ground -> dispute.lines().stream().anyMatch(line -> line.ground() == ground))
                .findFirst()
                .orElse(dispute.ground());
        if (dispute.ground() != strongest) {
            return "the ground is not the strongest of its lines, " + strongest;
        }
        for (DecisionLine line : dispute.lines()) {
            if (line.quantity() > 0 && !FOR_HUMANS.contains(line.ground())) {
                if (isRefused(step, dispute.returnId())) {
                    return "all of the return was refused, and yet " + line;
                }
                if (isFoundWanting(step, dispute.returnId(), line.lineId())) {
                    return "all that was received of the line was found wanting, and yet " + line;
                }
            }
        }
        return null;
    }

    /** Corrections may give units back that no refusal has reached, and an acceptance ends a refusal. */
    private static boolean isRefused(Trace.Step step, String returnId) {
        return step.known(ReturnRefused.class)
                        .anyMatch(refusal -> refusal.returnId().equals(returnId) && refusal.lines() == null)
                && step.known(CorrectionPayload.class).findAny().isEmpty()
                && step.known(RefusalAnswered.class)
                        .noneMatch(answer -> answer.returnId().equals(returnId) && answer.answer() == Answer.ACCEPTED);
    }

    private static boolean isFoundWanting(Trace.Step step, String returnId, String lineId) {
        List<Condition> found = step.known(ReturnReceived.class)
                .filter(received -> received.returnId().equals(returnId))
                .flatMap(received -> received.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .map(line -> line.condition())
                .toList();
        return !found.isEmpty() && !found.contains(Condition.AS_SOLD);
    }
}
