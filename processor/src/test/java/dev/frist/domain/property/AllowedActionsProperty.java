package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.scenario.InputTopic;
import java.util.ArrayList;
import java.util.List;

/** Sending one of the allowedActions does change the verdict, now or later. */
final class AllowedActionsProperty implements TraceProperty {

    private static final long AHEAD = 120 * Histories.DAY;

    /** Whether two runs say the same, whatever else they say. */
    private record Verdict(
            Object topic,
            String returnId,
            long decidedAt,
            Object type,
            Object ground,
            Object lines,
            long amount,
            Long due,
            Object review) {

        static Verdict of(Decision decision) {
            return new Verdict(
                    decision.topic(),
                    decision.returnId(),
                    decision.decidedAt(),
                    decision.type(),
                    decision.ground(),
                    decision.lines(),
                    decision.amount(),
                    decision.deadline().due(),
                    decision.review());
        }
    }

    @Override
    public String name() {
        return "sending one of the allowed actions does change the verdict";
    }

    /** It takes a dozen runs a decision, so one decision of a history, and of a tenth of the histories, must do. */
    @Override
    public int share() {
        return 10;
    }

    @Override
    public String violation(Trace trace) {
        List<Trace.Step> deciding = trace.steps().stream()
                .filter(step ->
                        !step.outcome().decisions().isEmpty() && !step.after().isEmpty())
                .toList();
        if (deciding.isEmpty()) {
            return null;
        }
        Trace.Step step = deciding.get(Math.floorMod(trace.history().name().hashCode(), deciding.size()));
        List<Decision> decisions = step.outcome().decisions();
        Decision last = decisions.get(decisions.size() - 1);
        return last.returnId() == null ? null : violation(step, last);
    }

    private static String violation(Trace.Step step, Decision decision) {
        List<Verdict> without = ahead(step.after(), step.policies(), step.now());
        for (String action : decision.allowedActions()) {
            List<Payload> candidates = Actions.candidates(action, step, decision.returnId());
            if (candidates.stream()
                    .allMatch(payload -> verdictsAfter(step, payload).equals(without))) {
                return action + " is allowed, and nothing comes of it (tried " + candidates + "): "
                        + Said.decision(decision) + " " + decision.allowedActions();
            }
        }
        return null;
    }

    private static List<Verdict> verdictsAfter(Trace.Step step, Payload payload) {
        long at = step.now();
        Event event = new Event(
                step.after().orderId(),
                "action",
                step.after().orderId(),
                at,
                payload,
                new Position(InputTopic.of(payload).topicName(), 0, 1_000_000),
                at,
                new byte[0]);
        Outcome outcome = Trace.ENGINE.receive(step.after(), event, step.policies(), at);
        List<Verdict> verdicts =
                new ArrayList<>(outcome.decisions().stream().map(Verdict::of).toList());
        verdicts.addAll(ahead(outcome.after(), step.policies(), at));
        return verdicts;
    }

    /** What the clock alone will decide from there. */
    private static List<Verdict> ahead(OrderState from, PolicyBook policies, long now) {
        List<Verdict> verdicts = new ArrayList<>();
        OrderState state = from;
        long clock = now;
        while (!state.isEmpty() && state.wakeAt() <= now + AHEAD) {
            clock = Math.max(clock, state.wakeAt());
            Outcome outcome = Trace.ENGINE.wake(state, policies, clock);
            outcome.decisions().stream().map(Verdict::of).forEach(verdicts::add);
            state = outcome.after();
        }
        return verdicts;
    }
}
