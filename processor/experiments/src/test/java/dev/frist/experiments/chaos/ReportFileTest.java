package dev.frist.experiments.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFileTest {

    private static Outcome outcome(long seed, Map<String, Integer> findings, List<String> shortcomings) {
        return new Outcome(
                seed,
                "short",
                Program.PROCESSOR,
                200,
                Map.of("orders", 2000L, "disputes", 700L),
                List.of(new Incident(Failure.KILL_BROKER, "broker-2", 1_000, 9_500)),
                List.of(),
                findings,
                shortcomings);
    }

    @Test
    void outcomesAreAddedToThoseOfOtherRuns(@TempDir Path folder) throws Exception {
        ReportFile report = new ReportFile(folder.resolve("reports").resolve("report.jsonl"));
        Outcome good = outcome(1, Map.of(), List.of());
        Outcome bad = outcome(2, Map.of("DISPUTE_EARLY", 3), List.of());
        report.append(good);
        new ReportFile(folder.resolve("reports").resolve("report.jsonl")).append(bad);

        assertThat(report.read()).containsExactly(good, bad);
        StringWriter table = new StringWriter();
        ReportFile.printTable(report.read(), new PrintWriter(table));
        assertThat(table.toString().lines().filter(line -> !line.isBlank())).hasSize(3);
    }

    @Test
    void whatFellShortIsNotGoodThoughNothingWasFound() {
        assertThat(outcome(1, Map.of(), List.of()).isGood()).isTrue();
        assertThat(outcome(1, Map.of(), List.of("a failure did not happen")).isGood())
                .isFalse();
        assertThat(outcome(1, Map.of("INPUT_UNACCOUNTED", 1), List.of()).isGood())
                .isFalse();
    }
}
