package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.scenario.InputTopic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Sending one of the allowedActions does change the verdict on the return, now or later by the clock alone; and sending
 * what is not among them does not, whichever of {@link Actions} it is. The verdict is all that is published for the
 * return, but for the notices that only speak of money that was credited.
 *
 * <p>Left out of the second half is what reaches the return only through another one: a correction or a delivery that
 * concerns that one (by the rounding of a line it may change what a unit of this one is worth), and whatever the clock
 * will do to it that reopens this one.
 */
final class AllowedActionsProperty implements TraceProperty {

    private static final long AHEAD = 120 * Histories.DAY;
    private static final Set<DecisionType> OF_MONEY =
            EnumSet.of(DecisionType.CREDIT_SHORT, DecisionType.OVER_CREDITED, DecisionType.CORRECTION_UNMATCHED);

    /** Whether two runs say the same, whatever else they say, and whenever. */
    private record Verdict(Object type, Object ground, List<DecisionLine> lines, long amount, Long due, Object review) {

        static Verdict of(Decision decision) {
            return new Verdict(
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
        return "sending one of the allowed actions does change the verdict, and nothing else does";
    }

    /** It takes hundreds of evaluations a decision, so one decision of a history, and of some histories, must do. */
    @Override
    public int share() {
        return 20;
    }

    @Override
    public String violation(Trace trace) {
        List<Trace.Step> deciding = trace.steps().stream()
                .filter(step ->
                        !step.outcome().decisions().isEmpty() && !step.after().isEmpty())
                .filter(step -> !isForetold(step) && !holdsCorrections(step))
                .toList();
        if (deciding.isEmpty()) {
            return null;
        }
        Trace.Step step = deciding.get(Math.floorMod(trace.history().name().hashCode(), deciding.size()));
        List<Decision> decisions = step.outcome().decisions();
        Decision last = decisions.get(decisions.size() - 1);
        return last.returnId() == null ? null : violation(step, last);
    }

    /** Whether a return is opened whose notice was received before it went out: what that means is judged next time. */
    private static boolean isForetold(Trace.Step step) {
        return step.outcome().decisions().stream()
                .filter(decision -> decision.type() == DecisionType.RETURN_OPENED)
                .anyMatch(opened -> step.known(NoticeDelivered.class)
                        .anyMatch(receipt -> receipt.returnId().equals(opened.returnId())));
    }

    /** Whether a correction waits for a return that nobody knows: the clock will let it settle others. */
    private static boolean holdsCorrections(Trace.Step step) {
        return step.known(CreditNoteIssued.class)
                .anyMatch(credit -> credit.returnId() != null
                        && step.known(ReturnRegistered.class)
                                .noneMatch(registered -> registered.returnId().equals(credit.returnId())));
    }

    private static String violation(Trace.Step step, Decision decision) {
        String returnId = decision.returnId();
        List<Verdict> without = ahead(step.after(), step.policies(), step.now() + 1, returnId);
        boolean reopenedByTheClock = without.stream().anyMatch(verdict -> verdict.type() == DecisionType.REOPENED);
        for (String name : Actions.NAMES) {
            List<Payload> candidates = Actions.candidates(name, step, returnId);
            if (decision.allowedActions().contains(name)) {
                if (candidates.stream()
                        .allMatch(payload -> after(step, payload, returnId).equals(without))) {
                    return name + " is allowed, and nothing comes of it (tried " + candidates + "): "
                            + Said.decision(decision) + " " + decision.allowedActions();
                }
                continue;
            }
            for (Payload payload : candidates) {
                List<Verdict> with = after(step, payload, returnId);
                if (!reopenedByTheClock && !with.equals(without) && Actions.concerns(payload, step, returnId)) {
                    return name + " is not allowed, and " + payload + " leads to " + with + " rather than " + without
                            + ": " + Said.decision(decision) + " " + decision.allowedActions();
                }
            }
        }
        return null;
    }

    /** What is decided from there if somebody sends this, as soon as it can be sent. */
    private static List<Verdict> after(Trace.Step step, Payload payload, String returnId) {
        long at = step.now() + 1;
        Event event = new Event(
                step.after().orderId(),
                "z-action",
                step.after().orderId(),
                at,
                payload,
                new Position(InputTopic.of(payload).topicName(), 0, 1_000_000),
                at,
                new byte[0]);
        Outcome outcome = Trace.ENGINE.receive(step.after(), event, step.policies(), at);
        List<Verdict> verdicts = new ArrayList<>(verdicts(outcome, returnId));
        verdicts.addAll(ahead(outcome.after(), step.policies(), at, returnId));
        return verdicts;
    }

    /** What the clock alone will decide from there. */
    private static List<Verdict> ahead(OrderState from, PolicyBook policies, long now, String returnId) {
        List<Verdict> verdicts = new ArrayList<>();
        OrderState state = from;
        long clock = now;
        while (!state.isEmpty() && state.wakeAt() <= now + AHEAD) {
            clock = Math.max(clock, state.wakeAt());
            Outcome outcome = Trace.ENGINE.wake(state, policies, clock);
            verdicts.addAll(verdicts(outcome, returnId));
            state = outcome.after();
        }
        return verdicts;
    }

    private static List<Verdict> verdicts(Outcome outcome, String returnId) {
        return outcome.decisions().stream()
                .filter(decision -> returnId.equals(decision.returnId()) && !OF_MONEY.contains(decision.type()))
                .map(Verdict::of)
                .toList();
    }
}
