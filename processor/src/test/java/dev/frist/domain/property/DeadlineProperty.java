package dev.frist.domain.property;

import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** N2: never a dispute before the deadline that the case was opened under; it is only ever lengthened. */
final class DeadlineProperty implements TraceProperty {

    @Override
    public String name() {
        return "N2 no dispute before the deadline that the case was opened under, which only ever moves later";
    }

    @Override
    public String violation(Trace trace) {
        Map<String, DeadlineBlock> published = new HashMap<>();
        for (Trace.Step step : trace.steps()) {
            for (Decision decision : step.outcome().decisions()) {
                if (decision.returnId() != null) {
                    String wrong = wrong(trace, step, decision, published.get(decision.returnId()));
                    if (wrong != null) {
                        return wrong + ": " + Said.decision(decision) + " " + decision.deadline();
                    }
                    if (decision.deadline().due() != null
                            && (tells(decision) || published.containsKey(decision.returnId()))) {
                        published.put(decision.returnId(), decision.deadline());
                    }
                }
            }
        }
        return null;
    }

    private static boolean tells(Decision decision) {
        return decision.type() == DecisionType.RETURN_OPENED || decision.type() == DecisionType.DEADLINE_CHANGED;
    }

    private static String wrong(Trace trace, Trace.Step step, Decision decision, DeadlineBlock before) {
        DeadlineBlock deadline = decision.deadline();
        if (before != null && deadline.due() != null) {
            if (deadline.due() < before.due()) {
                return "the due date moved back from " + Said.instant(before.due());
            }
            if (!before.policyId().equals(deadline.policyId())
                    || !before.version().equals(deadline.version())) {
                return "the case was pinned to " + before.policyId() + "@" + before.version();
            }
        }
        String early = deadline.due() == null ? null : earlierThanPolicy(trace, deadline);
        if (early != null) {
            return early;
        }
        return Standing.disputes(decision) && decision.type() != DecisionType.REDUCED
                ? tooEarly(trace, step, decision, before)
                : null;
    }

    /** No calendar makes a window shorter than its days counted on the local clock. */
    private static String earlierThanPolicy(Trace trace, DeadlineBlock deadline) {
        if (deadline.anchor() == null) {
            return null;
        }
        WindowPolicy policy = trace.policy(deadline.policyId(), deadline.version());
        long least = atLeast(deadline.anchor(), policy.handlingWindow(), policy);
        return deadline.due() < least ? "the due date is earlier than the handling window's end" : null;
    }

    static long atLeast(long start, Window window, WindowPolicy policy) {
        if (window instanceof Window.Exact exact) {
            return start + exact.duration().toMillis();
        }
        return Instant.ofEpochMilli(start)
                .atZone(policy.calendar().zone())
                .plus(((Window.Days) window).period())
                .toInstant()
                .toEpochMilli();
    }

    private static String tooEarly(Trace trace, Trace.Step step, Decision decision, DeadlineBlock before) {
        if (isContested(step, decision)) {
            return null;
        }
        if (before == null) {
            return "a dispute before any due date was published";
        }
        Window grace = trace.policy(before.policyId(), before.version()).grace();
        if (decision.decidedAt() < before.due() + grace.roughMillis()) {
            return "a dispute before the deadline and its grace, " + Said.instant(before.due());
        }
        return null;
    }

    /** A refusal that the consumer contests is disputed at once, and only the units refused are. */
    static boolean isContested(Trace.Step step, Decision decision) {
        return step.known(RefusalAnswered.class)
                        .anyMatch(answer ->
                                answer.returnId().equals(decision.returnId()) && answer.answer() == Answer.CONTESTED)
                && decision.lines().stream().allMatch(line -> line.ground() == Ground.MERCHANT_REFUSED);
    }
}
