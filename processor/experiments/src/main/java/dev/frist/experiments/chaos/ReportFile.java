package dev.frist.experiments.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The outcomes of all seeds so far: a line of JSON each, and a table for people. */
final class ReportFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    ReportFile(Path file) {
        this.file = file;
    }

    void append(Outcome outcome) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(
                file,
                JSON.writeValueAsString(outcome) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    List<Outcome> read() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                outcomes.add(JSON.readValue(line, Outcome.class));
            }
        }
        return outcomes;
    }

    /** Prints everything about one seed. */
    static void printWhole(Outcome outcome, PrintWriter out) {
        out.printf("%nSeed %d, %s form, %s, %d s%n", outcome.seed(), outcome.form(), outcome.main(), outcome.seconds());
        new TreeMap<>(outcome.counts()).forEach((word, count) -> out.printf("%,12d  %s%n", count, word));
        outcome.incidents()
                .forEach(incident -> out.printf(
                        "%8.1f s to %.1f s  %s (%s)%n",
                        incident.from() / 1000.0,
                        incident.until() / 1000.0,
                        incident.failure().words(),
                        incident.target()));
        outcome.endedByThemselves()
                .forEach(ended -> out.println("    ended by itself and was started again: " + ended));
        outcome.findings().forEach((kind, count) -> out.printf("%,12d  FOUND: %s%n", count, kind));
        outcome.shortcomings().forEach(shortcoming -> out.println("    THE EXPERIMENT FELL SHORT: " + shortcoming));
        out.println(outcome.isGood() ? "Nothing is wrong." : "Something is wrong.");
        out.flush();
    }

    /** Prints a line for each seed. */
    static void printTable(List<Outcome> outcomes, PrintWriter out) {
        out.printf(
                "%n%8s %-6s %8s %9s %9s %9s %9s %9s %9s %8s %6s %10s%n",
                "seed",
                "form",
                "orders",
                "records",
                "disputes",
                "resolved",
                "notices",
                "refused",
                "failures",
                "found",
                "short",
                "seconds");
        for (Outcome outcome : outcomes) {
            out.printf(
                    "%8d %-6s %,8d %,9d %,9d %,9d %,9d %,9d %9d %8d %6d %10d%n",
                    outcome.seed(),
                    outcome.form(),
                    count(outcome, "orders"),
                    count(outcome, "records sent"),
                    count(outcome, "disputes"),
                    count(outcome, "resolutions"),
                    count(outcome, "notices"),
                    count(outcome, "dead-letters"),
                    outcome.incidents().size(),
                    outcome.found(),
                    outcome.shortcomings().size(),
                    outcome.seconds());
        }
        out.flush();
    }

    private static long count(Outcome outcome, String word) {
        return outcome.counts().getOrDefault(word, 0L);
    }
}
