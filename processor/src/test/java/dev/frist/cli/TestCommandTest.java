package dev.frist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class TestCommandTest {

    private static final String NOTHING_HAPPENS = """
            name: Nothing happens
            policies: default
            events: []
            until: 2026-05-01T00:00:00+02:00
            expect: {disputes: [], deadLetters: []}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int frist(Object... args) {
        CommandLine commandLine = Frist.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        String[] all = new String[args.length + 1];
        all[0] = "test";
        for (int i = 0; i < args.length; i++) {
            all[i + 1] = args[i].toString();
        }
        return commandLine.execute(all);
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void everyFileBelowAFolderIsRunAndTheFiguresStandAloneOnTheLastLine() throws IOException {
        Path one = file("one.yaml", NOTHING_HAPPENS);
        file("below/two.yml", NOTHING_HAPPENS);
        file("notes.txt", "no scenario");

        assertThat(frist(folder)).isZero();
        assertThat(out.toString().lines())
                .contains("✓ " + one + "  Nothing happens")
                .endsWith("2 passed, 0 failed");
    }

    @Test
    void aFileThatCannotBeReadFailsAndTheOthersAreStillRun() throws IOException {
        file("a.yaml", "name: [");
        file("b.yaml", NOTHING_HAPPENS.replace("disputes: []", "disputes: [{type: OPENED}]"));
        file("c.yaml", NOTHING_HAPPENS);

        assertThat(frist(folder)).isEqualTo(1);
        assertThat(out.toString())
                .contains("a.yaml:")
                .contains("this is not YAML")
                .contains("disputes: 1 expected, 0 came")
                .contains("did not come");
        assertThat(out.toString().lines()).endsWith("1 passed, 2 failed");
    }

    @Test
    void aReportForCiIsWritten() throws IOException {
        file("a.yaml", "name: [");
        file("b.yaml", NOTHING_HAPPENS.replace("disputes: []", "disputes: [{type: OPENED}]"));
        file("c.yaml", NOTHING_HAPPENS);
        Path report = folder.resolve("reports/frist.xml");

        assertThat(frist("--engine", "core", "--junit", report, folder)).isEqualTo(1);
        assertThat(report)
                .content()
                .contains("tests=\"3\" failures=\"1\" errors=\"1\"")
                .contains("<testcase")
                .contains("did not come")
                .contains("this is not YAML");
    }

    @Test
    void wrongArgumentsEndWithStatusTwo() throws IOException {
        assertThat(frist()).isEqualTo(2);
        assertThat(frist(folder.resolve("missing.yaml"))).isEqualTo(2);
        assertThat(frist(folder)).isEqualTo(2);
        assertThat(frist("--engine", "steam", file("c.yaml", NOTHING_HAPPENS))).isEqualTo(2);
        assertThat(err.toString())
                .contains("no such file or folder")
                .contains("no scenario file (*.yaml) in this folder")
                .contains("steam");
    }
}
