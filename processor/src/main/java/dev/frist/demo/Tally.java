package dev.frist.demo;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.decision.Review;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what was decided, from the decisions alone. */
final class Tally {

    /** Where a return stands. */
    enum Standing {
        OPEN,
        RESOLVED,
        DISPUTED
    }

    private final Map<String, Standing> standing = new LinkedHashMap<>();
    private final Map<String, Ground> grounds = new LinkedHashMap<>();
    private final Set<String> everDisputed = new HashSet<>();
    private final Set<String> underReview = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<DecisionType, Integer> types = new EnumMap<>(DecisionType.class);
    private int deadLetters;

    /** A return, in a form that names it among all. */
    static String key(String orderId, @Nullable String returnId) {
        return orderId + "/" + (returnId == null ? "-" : returnId);
    }

    void add(Decision decision) {
        types.merge(decision.type(), 1, Integer::sum);
        if (decision.returnId() == null) {
            return;
        }
        String key = key(decision.orderId(), decision.returnId());
        if (decision.topic() != OutputTopic.NOTICES && decision.ground() != null) {
            grounds.put(key, decision.ground());
        }
        switch (decision.type()) {
            case OPENED, REDUCED, REVISED -> addDispute(key, decision.review());
            case WITHDRAWN -> {
                withdrawn.add(key);
                underReview.remove(key);
                standing.put(key, Standing.OPEN);
            }
            case RESOLVED -> standing.put(key, Standing.RESOLVED);
            case REOPENED -> standing.put(key, Standing.OPEN);
            default -> standing.putIfAbsent(key, Standing.OPEN);
        }
    }

    void addDeadLetter() {
        deadLetters++;
    }

    private void addDispute(String key, Review review) {
        everDisputed.add(key);
        withdrawn.remove(key);
        standing.put(key, Standing.DISPUTED);
        if (review == Review.HUMAN_REQUIRED) {
            underReview.add(key);
        } else {
            underReview.remove(key);
        }
    }

    /** How many returns anything was decided about. */
    int returns() {
        return standing.size();
    }

    int count(Standing wanted) {
        return (int) standing.values().stream().filter(wanted::equals).count();
    }

    /** How many returns stand like that, by the ground they were last given. */
    Map<Ground, Integer> grounds(Standing wanted) {
        Map<Ground, Integer> counts = new EnumMap<>(Ground.class);
        standing.forEach((key, stands) -> {
            Ground ground = grounds.get(key);
            if (stands == wanted && ground != null) {
                counts.merge(ground, 1, Integer::sum);
            }
        });
        return counts;
    }

    /** How many returns were ever disputed. */
    int everDisputed() {
        return everDisputed.size();
    }

    /** How many disputes were opened and taken back. */
    int disputesWithdrawn() {
        return withdrawn.size();
    }

    /** How many open disputes wait for a human. */
    int underReview() {
        return underReview.size();
    }

    /** How many decisions of a type there were. */
    int decisions(DecisionType type) {
        return types.getOrDefault(type, 0);
    }

    int deadLetters() {
        return deadLetters;
    }

    /** Which of the naive rule's disputes Frist never opened one for. */
    List<NaiveRule.Dispute> wrongly(List<NaiveRule.Dispute> naive) {
        return naive.stream()
                .filter(dispute -> !everDisputed.contains(dispute.key()))
                .toList();
    }
}
