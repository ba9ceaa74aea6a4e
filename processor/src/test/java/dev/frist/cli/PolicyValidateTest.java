package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyValidateTest {

    private static final String VALID = PolicyTexts.policy("se", 1, "2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private CommandRun validate(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("se.yaml"), text);
        CommandRun run = frist("policy", "validate", file.toString());
        return new CommandRun(
                run.status(), run.out().replace(folder + "/", ""), run.err().replace(folder + "/", ""));
    }

    @Test
    void severalVersionsInOneFile() throws IOException {
        CommandRun run = validate(VALID + "---\n" + VALID.replace("version: 1", "version: 2"));
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).containsExactly("se.yaml:1: se@1 is valid", "se.yaml:21: se@2 is valid");
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "handlingWindow: P21D | handlingWindow: 3 weeks | se.yaml:5: handlingWindow: '3 weeks' is no ISO 8601",
                "handlingWindow: P21D | | se.yaml:1: a policy lacks the required field 'handlingWindow'",
                "anchor: REGISTERED | anchor: UNKNOWN | se.yaml:6: anchor is 'UNKNOWN', but must be one of REGISTERED,"
                        + " SHIPPED",
                "grace: PT10M | grace: PT10M\\ngrce: PT1M | a policy has no field 'grce'; allowed are policyId, version",
                "version: 1 | version: 0 | se.yaml:1: se@0: version 0 is too low: allowed is 1 or more",
                "amountTolerance: 100 | amountTolerance: -1 | se.yaml:1: se@1: amountTolerance -1 is negative",
                "holidays: SE | holidays: Sweden | calendar.holidays 'Sweden' is no market",
                "reminders: [P7D, P1D] | | lacks the required field 'reminders'; [] is for none",
                "scope: {market: SE} | | lacks the required block 'scope'",
                "author: anna | author: | author is nothing, but must be text",
                "zone: Europe/Stockholm | zone: Stockholm | calendar",
            })
    void aWrongFileIsToldWithItsLine(String from, String to, String told) throws IOException {
        String changed = to == null ? "" : to.replace("\\n", "\n");
        CommandRun run = validate(VALID.replace(from, changed));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(told.equals("calendar") ? "zone is 'Stockholm', but must be a time zone" : told);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsTold() throws IOException {
        CommandRun run = validate(VALID.replace("P21D", "x").replace("ESCALATES", "y"));
        assertThat(run.err().lines())
                .hasSize(3)
                .last()
                .isEqualTo("frist: the policy files are not valid; nothing was written");
    }

    @Test
    void aVersionThatSaysTwoThingsIsRefused() throws IOException {
        CommandRun run = validate(VALID + "---\n" + VALID.replace("P21D", "P22D"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("se.yaml:21: se@1 says something else than se.yaml:1; a version is never rewritten");
    }

    @Test
    void aFileThatIsNotThereIsAWrongArgument() {
        CommandRun run = frist("policy", "validate", folder.resolve("none.yaml").toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("none.yaml: no such file or folder", "Usage: frist policy validate");
        assertThat(frist("policy", "validate").status()).isEqualTo(2);
    }
}
