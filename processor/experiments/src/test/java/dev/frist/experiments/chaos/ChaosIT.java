package dev.frist.experiments.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.experiments.history.Form;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The short form of the failure experiments: every kind of failure once, and nothing is wrong afterwards. */
final class ChaosIT {

    private static final long SEED = 1;

    @Test
    void everyFailureOnceBreaksNoPromise() throws Exception {
        Program program =
                Program.of(Program.PROCESSOR, Path.of(System.getProperty("frist.distribution", "../target/frist")));
        // Kept where something is wrong, so that it can be looked at.
        Path folder = Files.createDirectories(Path.of("target", "chaos-it").toAbsolutePath());
        ChaosFolders.empty(folder);

        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Outcome outcome = ChaosCommand.run(SEED, Form.SHORT, program, folder, out);
        ReportFile.printWhole(outcome, out);

        assertThat(outcome.shortcomings()).isEmpty();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.incidents().stream().map(Incident::failure).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Failure.class));
        ChaosFolders.empty(folder);
    }
}
