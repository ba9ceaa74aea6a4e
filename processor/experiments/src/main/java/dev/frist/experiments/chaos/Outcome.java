package dev.frist.experiments.chaos;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * What an experiment came to.
 *
 * @param main the main class that ran
 * @param seconds how long all of it took
 * @param counts what was sent and what came out, by word
 * @param incidents the failures that happened
 * @param endedByThemselves instances that ended though nobody had ended them, and were started again
 * @param findings what the checker found, by kind; empty where every promise was kept
 * @param shortcomings what keeps the experiment from showing anything
 */
public record Outcome(
        long seed,
        String form,
        String main,
        long seconds,
        Map<String, Long> counts,
        List<Incident> incidents,
        List<String> endedByThemselves,
        Map<String, Integer> findings,
        List<String> shortcomings) {

    /** Whether the experiment was whole and found nothing. */
    @JsonIgnore
    public boolean isGood() {
        return findings.isEmpty() && shortcomings.isEmpty();
    }

    /** How often a promise was broken. */
    public int found() {
        return findings.values().stream().mapToInt(Integer::intValue).sum();
    }
}
