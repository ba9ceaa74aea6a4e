package dev.frist.experiments.check;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a check came to.
 *
 * @param findings everything that is wrong; empty where every promise was kept
 * @param tally how much was looked at, by word, in the order in which it is printed
 */
public record Report(List<Finding> findings, Map<String, Long> tally) {

    private static final int SHOWN_OF_A_KIND = 5;

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** How often each kind was found; kinds that were not are left out. */
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
        return counts;
    }

    /** Prints what was looked at, then how often each kind was found, with the first few of each. */
    public void print(PrintWriter out) {
        tally.forEach((word, count) -> out.printf("%,12d  %s%n", count, word));
        counts().forEach((kind, count) -> {
            out.printf("%,12d  %s%n", count, kind);
            findings.stream()
                    .filter(finding -> finding.kind() == kind)
                    .limit(SHOWN_OF_A_KIND)
                    .forEach(finding -> out.println("              " + finding));
        });
        out.println(isClean() ? "Nothing is wrong." : findings.size() + " things are wrong.");
        out.flush();
    }
}
