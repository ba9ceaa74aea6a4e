package dev.frist.experiments.check;

import dev.frist.domain.calendar.DeadlineCalendar;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.policy.WindowPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * N2 and N4: a dispute that opens or takes in units does so no earlier than deadline and grace, and after the merchant was
 * told in time. The deadline is what the decision says of it, and reckoned anew from policy and facts; whichever is later
 * counts. Units of a contested refusal may be disputed at once.
 */
final class DisputeCheck implements OrderCheck {

    private final PolicyHistory policies;

    DisputeCheck(PolicyHistory policies) {
        this.policies = policies;
    }

    @Override
    public void check(OrderTrace trace, Findings findings) {
        Map<String, List<Published>> byReturn = new HashMap<>();
        for (Published published : trace.published()) {
            String returnId = published.decision().returnId();
            if (returnId != null) {
                byReturn.computeIfAbsent(returnId, id -> new ArrayList<>()).add(published);
            }
        }
        byReturn.forEach((returnId, published) -> {
            published.sort(Comparator.comparingInt(each -> each.decision().sequence()));
            Decision standing = null;
            for (int i = 0; i < published.size(); i++) {
                Decision decision = published.get(i).decision();
                if (decision.topic() == OutputTopic.DISPUTES) {
                    if (decision.type() != DecisionType.WITHDRAWN && takesIn(standing, decision)) {
                        opened(trace, returnId, published.get(i), standing, published.subList(0, i), findings);
                    }
                    standing = decision.type() == DecisionType.WITHDRAWN ? null : decision;
                }
            }
        });
    }

    /** Whether a decision disputes units or money that were not disputed before. */
    static boolean takesIn(@Nullable Decision standing, Decision decision) {
        if (standing == null || decision.amount() > standing.amount()) {
            return true;
        }
        for (DecisionLine line : decision.lines()) {
            if (line.quantity() > quantity(standing, line.lineId())) {
                return true;
            }
        }
        return false;
    }

    private static int quantity(Decision decision, String lineId) {
        return decision.lines().stream()
                .filter(line -> line.lineId().equals(lineId))
                .mapToInt(DecisionLine::quantity)
                .sum();
    }

    private void opened(
            OrderTrace trace,
            String returnId,
            Published published,
            @Nullable Decision standing,
            List<Published> earlier,
            Findings findings) {
        Decision dispute = published.decision();
        ReturnFacts facts = ReturnFacts.known(trace, returnId, dispute);
        if (facts == null || facts.areContested(dispute, standing)) {
            return;
        }
        WindowPolicy policy =
                policies.find(dispute.deadline().policyId(), dispute.deadline().version());
        Long due = dispute.deadline().due();
        if (policy == null || due == null) {
            findings.add(
                    Kind.DISPUTE_EARLY,
                    trace.orderId(),
                    published + " without a policy or a due date",
                    published.position());
            return;
        }
        if (!policy.scope().matches(facts.subject()) || policy.effectiveFrom() > facts.registeredAt()) {
            findings.add(
                    Kind.DECISION_WRONG,
                    trace.orderId(),
                    published + " under " + policy.ref() + ", which is not this return's",
                    published.position());
        }
        Published told = told(earlier);
        if (told == null) {
            findings.add(
                    Kind.DISPUTE_UNTOLD,
                    trace.orderId(),
                    published + ": no notice with a due date went out before",
                    published.position());
            return;
        }
        Long toldAt = policy.requireNoticeReceipt()
                ? facts.receiptOf(openingOf(earlier))
                : (Long) told.decision().decidedAt();
        if (toldAt == null
                || dispute.decidedAt() < DeadlineCalendar.after(toldAt, policy.minimumNotice(), policy.calendar())) {
            findings.add(
                    Kind.DISPUTE_UNTOLD,
                    trace.orderId(),
                    published + ": told at " + toldAt + ", which is no " + policy.minimumNotice() + " before",
                    published.position(),
                    told.position());
        }
        long reckoned = facts.due(
                policy, Objects.requireNonNullElse(toldAt, told.decision().decidedAt()), earlier);
        long firesAt = DeadlineCalendar.plusExact(Math.max(due, reckoned), policy.grace(), policy.calendar());
        if (dispute.decidedAt() < firesAt || due < reckoned) {
            findings.add(
                    Kind.DISPUTE_EARLY,
                    trace.orderId(),
                    published + ": the deadline is " + due + " as it says and " + reckoned + " as reckoned, with grace "
                            + firesAt,
                    published.position());
        }
    }

    /** The first notice that names a due date. */
    private static @Nullable Published told(List<Published> earlier) {
        return earlier.stream()
                .filter(each -> each.decision().type() == DecisionType.RETURN_OPENED
                        || each.decision().type() == DecisionType.DEADLINE_CHANGED)
                .filter(each -> each.decision().deadline().due() != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Decision openingOf(List<Published> earlier) {
        return earlier.stream()
                .map(Published::decision)
                .filter(decision -> decision.type() == DecisionType.RETURN_OPENED)
                .findFirst()
                .orElse(null);
    }
}
