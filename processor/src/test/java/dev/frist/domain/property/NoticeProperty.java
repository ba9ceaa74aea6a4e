package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.policy.WindowPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** N4: never a dispute for a merchant that was not told in time. */
final class NoticeProperty implements TraceProperty {

    @Override
    public String name() {
        return "N4 no dispute for a merchant that was not told in time, with proof where the policy wants it";
    }

    @Override
    public String violation(Trace trace) {
        Map<String, Decision> told = new HashMap<>();
        Map<String, Decision> opened = new HashMap<>();
        for (Trace.Step step : trace.steps()) {
            for (Decision decision : step.outcome().decisions()) {
                if (decision.type() == DecisionType.RETURN_OPENED) {
                    opened.putIfAbsent(decision.returnId(), decision);
                }
                if (tells(decision)) {
                    told.putIfAbsent(decision.returnId(), decision);
                }
                String wrong = decision.type() == DecisionType.OPENED && !DeadlineProperty.isContested(step, decision)
                        ? wrong(trace, step, decision, told.get(decision.returnId()), opened.get(decision.returnId()))
                        : null;
                if (wrong != null) {
                    return wrong + ": " + Said.decision(decision);
                }
            }
        }
        return null;
    }

    private static boolean tells(Decision decision) {
        return (decision.type() == DecisionType.RETURN_OPENED || decision.type() == DecisionType.DEADLINE_CHANGED)
                && decision.deadline().due() != null
                && decision.audience().contains(Audience.MERCHANT);
    }

    private static String wrong(Trace trace, Trace.Step step, Decision dispute, Decision told, Decision opened) {
        if (told == null) {
            return "the merchant was never told of a due date";
        }
        WindowPolicy policy =
                trace.policy(dispute.deadline().policyId(), dispute.deadline().version());
        if (policy.requireNoticeReceipt()) {
            OptionalLong proven = step.known(NoticeDelivered.class)
                    .filter(receipt -> receipt.audience() == Audience.MERCHANT
                            && receipt.returnId().equals(dispute.returnId())
                            && opened != null
                            && receipt.noticeId().equals(opened.decisionId().toString()))
                    .mapToLong(NoticeDelivered::deliveredAt)
                    .min();
            if (proven.isEmpty()) {
                return "nothing proves that the merchant was told";
            }
            return tooSoon(policy, dispute, proven.getAsLong());
        }
        return tooSoon(policy, dispute, told.decidedAt());
    }

    private static String tooSoon(WindowPolicy policy, Decision dispute, long told) {
        return dispute.decidedAt() < DeadlineProperty.atLeast(told, policy.minimumNotice(), policy)
                ? "the merchant was told only at " + Said.instant(told)
                : null;
    }
}
