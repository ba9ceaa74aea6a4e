package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Position;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.PublishedDispute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * N3: when a dispute opens or takes in units, everything that certainly lay in the topics by then has been taken in; and if
 * it had been, the dispute would stand no less.
 */
final class PreventionCheck implements OrderCheck {

    private final Engine engine;

    PreventionCheck(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void check(OrderTrace trace, Findings findings) {
        Map<Position, Taken> facts = new HashMap<>();
        trace.inputs().forEach(input -> facts.put(input.position(), input));
        facts.keySet().retainAll(taken(trace, null));
        List<Published> published = new ArrayList<>(trace.published());
        published.sort(Comparator.comparingInt(each -> each.decision().sequence()));
        Map<String, Decision> standing = new HashMap<>();
        for (Published each : published) {
            Decision decision = each.decision();
            if (decision.topic() == OutputTopic.DISPUTES) {
                String returnId = String.valueOf(decision.returnId());
                boolean withdrawn = decision.type() == DecisionType.WITHDRAWN;
                Step step = trace.stepOf(decision);
                if (!withdrawn && step != null && DisputeCheck.takesIn(standing.get(returnId), decision)) {
                    opened(trace, step, each, unread(facts, taken(trace, step), decision.decidedAt()), findings);
                }
                if (withdrawn) {
                    standing.remove(returnId);
                } else {
                    standing.put(returnId, decision);
                }
            }
        }
    }

    /** What had been taken in after a step; in the end where that is null. */
    private static Set<Position> taken(OrderTrace trace, @Nullable Step until) {
        Set<Position> taken = new HashSet<>();
        for (Step step : trace.steps()) {
            if (step.event() != null) {
                taken.add(step.event().position());
            }
            if (step.equals(until)) {
                break;
            }
        }
        return taken;
    }

    /** What became a fact later, though it certainly lay in its topic before a dispute was decided. */
    private static List<Taken> unread(Map<Position, Taken> facts, Set<Position> taken, long decidedAt) {
        List<Taken> unread = new ArrayList<>();
        facts.forEach((position, input) -> {
            if (!taken.contains(position) && input.input().acknowledgedAt() < decidedAt) {
                unread.add(input);
            }
        });
        unread.sort(Comparator.<Taken>comparingLong(input -> input.input().acknowledgedAt())
                .thenComparing(input -> input.position().topic())
                .thenComparingLong(input -> input.position().offset()));
        return unread;
    }

    private void opened(OrderTrace trace, Step step, Published published, List<Taken> unread, Findings findings) {
        if (unread.isEmpty()) {
            return;
        }
        Decision dispute = published.decision();
        Position[] where = unread.stream().map(Taken::position).toArray(Position[]::new);
        findings.add(
                Kind.DISPUTE_ON_INCOMPLETE_INPUT,
                trace.orderId(),
                published + ", before what lay in the topics was read",
                where);
        OrderState state = step.before();
        long now = dispute.decidedAt();
        if (step.event() != null) {
            state = engine.receive(state, step.event(), step.policies(), now).after();
        }
        for (Taken input : unread) {
            if (input.event() != null) {
                state = engine.receive(state, input.event(), step.policies(), now)
                        .after();
            }
        }
        CaseMemory memory =
                engine.wake(state, step.policies(), now).after().cases().get(dispute.returnId());
        PublishedDispute would = memory == null ? null : memory.dispute();
        boolean stands = would != null
                && dispute.amount() <= would.amount()
                && dispute.lines().stream().allMatch(line -> line.quantity() <= quantity(would, line));
        if (!stands) {
            findings.add(
                    Kind.DISPUTE_PREVENTED,
                    trace.orderId(),
                    published + " over " + dispute.lines() + ", and the core would say " + would,
                    where);
        }
    }

    private static int quantity(PublishedDispute dispute, DecisionLine line) {
        return dispute.lines().stream()
                .filter(other -> other.lineId().equals(line.lineId()))
                .mapToInt(DecisionLine::quantity)
                .sum();
    }
}
