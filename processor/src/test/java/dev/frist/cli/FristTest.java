package dev.frist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class FristTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int frist(String... args) {
        CommandLine commandLine = Frist.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(args);
    }

    @Test
    void helpNamesTheCommand() {
        assertThat(frist("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: frist");
    }

    @Test
    void versionComesFromTheBuild() {
        assertThat(frist("--version")).isZero();
        assertThat(out.toString().trim()).matches("frist \\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void wrongArgumentsAndMissingSubcommandsEndWithUsageAndStatusTwo() {
        assertThat(frist("--nonsense")).isEqualTo(2);
        assertThat(frist()).isEqualTo(2);
        assertThat(err.toString()).contains("--nonsense").contains("Missing subcommand");
        assertThat(err.toString()).contains("Usage: frist");
        assertThat(out.toString()).isEmpty();
    }
}
