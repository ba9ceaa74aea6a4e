package dev.frist.experiments.chaos;

import dev.frist.experiments.check.Checker;
import dev.frist.experiments.check.Report;
import dev.frist.experiments.record.Recording;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** Asks the checker. */
final class Verdicts {

    private Verdicts() {}

    /** What is wrong with a recording, by kind; prints what was looked at, and the first few of each kind. */
    static Map<String, Integer> of(Recording recording, PrintWriter out) {
        Report report = Checker.check(recording);
        report.print(out);
        Map<String, Integer> counts = new TreeMap<>();
        report.counts().forEach((kind, count) -> counts.put(kind.name(), count));
        return counts;
    }
}
