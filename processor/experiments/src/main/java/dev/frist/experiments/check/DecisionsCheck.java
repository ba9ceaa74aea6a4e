package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the core comes to was published: all of it, once, in these words, and nothing else. */
final class DecisionsCheck implements OrderCheck {

    @Override
    public void check(OrderTrace trace, Findings findings) {
        Map<UUID, List<Decision>> expected = new LinkedHashMap<>();
        for (Step step : trace.steps()) {
            for (Decision decision : step.outcome().decisions()) {
                expected.computeIfAbsent(decision.decisionId(), id -> new ArrayList<>())
                        .add(decision);
            }
        }
        Map<UUID, List<Published>> found = new HashMap<>();
        for (Published published : trace.published()) {
            found.computeIfAbsent(published.decision().decisionId(), id -> new ArrayList<>())
                    .add(published);
        }
        expected.forEach(
                (id, decisions) -> compare(trace.orderId(), decisions, found.getOrDefault(id, List.of()), findings));
        found.forEach((id, records) -> {
            if (!expected.containsKey(id)) {
                records.forEach(published -> findings.add(
                        Kind.DECISION_UNFOUNDED,
                        trace.orderId(),
                        "the core never decides " + published,
                        published.position()));
            }
        });
    }

    private static void compare(String orderId, List<Decision> expected, List<Published> found, Findings findings) {
        List<Decision> missing = new ArrayList<>(expected);
        List<Published> others = new ArrayList<>();
        for (Published published : found) {
            if (!missing.remove(published.decision())) {
                others.add(published);
            }
        }
        for (Published other : others) {
            if (expected.contains(other.decision()) || missing.isEmpty()) {
                findings.add(Kind.DECISION_DOUBLED, orderId, "once more " + other, other.position());
            } else {
                Decision wanted = missing.remove(0);
                findings.add(
                        Kind.DECISION_WRONG,
                        orderId,
                        other + " differs: " + DecisionDifference.of(wanted, other.decision()),
                        other.position());
            }
        }
        for (Decision lost : missing) {
            findings.add(
                    Kind.DECISION_LOST,
                    orderId,
                    lost.type() + " " + lost.returnId() + "/" + lost.sequence() + ", decided at " + lost.decidedAt()
                            + ", is nowhere");
        }
    }
}
