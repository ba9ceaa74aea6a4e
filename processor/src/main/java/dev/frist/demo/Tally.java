package dev.frist.demo;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, String> grounds = new LinkedHashMap<>();
    private final Set<String> everDisputed = new LinkedHashSet<>();
    private final Set<String> underReview = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, Integer> types = new TreeMap<>();
    private int deadLetters;

    static String key(String orderId, @Nullable String returnId) {
        return orderId + "/" + returnId;
    }

    void add(DecisionView decision) {
        types.merge(decision.type(), 1, Integer::sum);
        String key = decision.key();
        switch (decision.topic()) {
            case DISPUTES -> addDispute(key, decision);
            case RESOLUTIONS -> addResolution(key, decision);
            case NOTICES -> {
                if (decision.returnId() != null) {
                    standing.putIfAbsent(key, Standing.OPEN);
                }
            }
        }
    }

    void addDeadLetter() {
        deadLetters++;
    }

    private void addDispute(String key, DecisionView decision) {
        if (decision.type().equals("WITHDRAWN")) {
            withdrawn.add(key);
            standing.put(key, Standing.OPEN);
            underReview.remove(key);
        } else {
            everDisputed.add(key);
            withdrawn.remove(key);
            standing.put(key, Standing.DISPUTED);
            grounds.put(key, String.valueOf(decision.ground()));
            if (decision.humanReview()) {
                underReview.add(key);
            }
        }
    }

    private void addResolution(String key, DecisionView decision) {
        boolean resolved = decision.type().equals("RESOLVED");
        standing.put(key, resolved ? Standing.RESOLVED : Standing.OPEN);
        if (resolved) {
            grounds.put(key, String.valueOf(decision.ground()));
        }
    }

    int returns() {
        return standing.size();
    }

    int count(Standing wanted) {
        return (int) standing.values().stream().filter(wanted::equals).count();
    }

    /** How many returns stand like that, by ground. */
    Map<String, Integer> grounds(Standing wanted) {
        Map<String, Integer> counts = new TreeMap<>();
        standing.forEach((key, stands) -> {
            if (stands == wanted) {
                counts.merge(grounds.getOrDefault(key, ""), 1, Integer::sum);
            }
        });
        return counts;
    }

    /** How many disputes were opened at any time. */
    int disputesOpened() {
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
    int decisions(String type) {
        return types.getOrDefault(type, 0);
    }

    /** How many decisions there were. */
    int decisions() {
        return types.values().stream().mapToInt(Integer::intValue).sum();
    }

    int deadLetters() {
        return deadLetters;
    }

    /** Which of the naive rule's disputes Frist opened none for. */
    List<NaiveRule.Dispute> wrongly(List<NaiveRule.Dispute> naive) {
        return naive.stream()
                .filter(dispute -> !everDisputed.contains(dispute.key()))
                .toList();
    }
}
