package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FristTest {

    @TempDir
    Path folder;

    @Test
    void helpNamesTheCommands() {
        CommandRun run = frist("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: frist").contains("topics", "config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "health", "topics create", "topics check"})
    void everyCommandHasHelp(String command) {
        CommandRun run = frist((command + " --help").split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: frist " + command).contains("--config", "--set", "--verbose");
    }

    @Test
    void versionComesFromTheBuild() {
        CommandRun run = frist("--version");
        assertThat(run.status()).isZero();
        assertThat(run.out().trim()).matches("frist \\d+\\.\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "", "topics", "topics make", "config --set novalue", "topics check extra"})
    void wrongArgumentsEndWithUsageAndStatusTwo(String arguments) {
        CommandRun run = frist(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: frist");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void configShowsWhatIsInForceAndWhereItComesFrom() throws IOException {
        Path file = Files.writeString(
                folder.resolve("frist.properties"),
                "bootstrap.servers=b:9092\nschema.registry.url=http://r:8081\nsasl.jaas.config=s3cret\n");
        CommandRun run = frist("config", "--config", file.toString(), "--set", "clock.skew=PT1M", "-c", "facts.max=7");
        assertThat(run.status()).isZero();
        assertThat(run.lines())
                .contains(
                        "bootstrap.servers=b:9092  # " + file,
                        "clock.skew=PT1M  # command line",
                        "facts.max=7  # command line",
                        "orphan.hold=P7D  # default",
                        "sasl.jaas.config=[hidden]  # " + file);
        assertThat(run.out()).doesNotContain("s3cret");
    }

    @Test
    void configListsEverythingThatIsWrong() {
        CommandRun run = frist("config", "-c", "clock.skew=x", "-c", "facts.maxi=7");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .anySatisfy(line -> assertThat(line).startsWith("frist: clock.skew = x (from command line)"))
                .anySatisfy(line -> assertThat(line).contains("did you mean facts.max?"))
                .anySatisfy(line -> assertThat(line).startsWith("frist: bootstrap.servers is not set"));
    }

    @Test
    void configDescribesEverySetting() {
        assertThat(frist("config", "--reference").out())
                .startsWith("# Settings")
                .contains("### `policy.lead`");
    }

    @Test
    void aFailureIsOneLineUnlessMoreIsAsked() {
        String[] unreachable = {
            "topics",
            "check",
            "-c",
            "bootstrap.servers=127.0.0.1:1",
            "-c",
            "schema.registry.url=http://127.0.0.1:1",
            "-c",
            "startup.timeout=PT0.5S"
        };
        CommandRun run = frist(unreachable);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("frist: no broker answers at 127.0.0.1:1 within PT0.5S (bootstrap.servers,"
                        + " startup.timeout): Connection refused");
        String[] verbose = java.util.Arrays.copyOf(unreachable, unreachable.length + 1);
        verbose[unreachable.length] = "--verbose";
        assertThat(frist(verbose).err()).contains("\tat dev.frist.");
    }

    @Test
    void aWrongSettingIsOneLine() {
        CommandRun run = frist("topics", "check", "-c", "topics.partitions=0");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
    }
}
