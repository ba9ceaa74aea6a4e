package dev.frist.experiments.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records of a run. */
final class Counts {

    private static final int FINDINGS_KEPT = 20;

    private final Map<String, Long> fates = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private long found;

    /** One more that ended so. */
    void add(String fate) {
        fates.merge(fate, 1L, Long::sum);
    }

    /** Something that must not be. */
    void find(String what) {
        found++;
        if (findings.size() < FINDINGS_KEPT) {
            findings.add(what);
        }
    }

    /** Takes over what another has counted. */
    synchronized void add(Counts other) {
        other.fates.forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        other.findings.forEach(finding -> {
            if (findings.size() < FINDINGS_KEPT) {
                findings.add(finding);
            }
        });
        found += other.found;
    }

    /** How many ended so. */
    long of(String fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** How many, by how they ended. */
    Map<String, Long> fates() {
        return fates;
    }

    /** How much was found that must not be. */
    long found() {
        return found;
    }

    /** The first of what was found. */
    List<String> findings() {
        return findings;
    }
}
