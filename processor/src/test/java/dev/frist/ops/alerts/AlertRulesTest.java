package dev.frist.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The alerts: whole, each with its runbook, and firing when they should, by Prometheus' own tool where it is there. */
class AlertRulesTest {

    private static final Path UNIT_TESTS =
            Path.of("src", "test", "resources", "dev", "frist", "ops", "alerts", "frist-alerts-test.yaml");

    static Stream<JsonNode> rules() {
        return MonitoringFiles.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anAlertSaysHowUrgentItIsWhatItMeansAndWhatToDo(JsonNode rule) throws IOException {
        String name = rule.get("alert").asText();
        assertThat(name).matches("Frist[A-Z][A-Za-z]+");
        assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
        assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
        assertThat(rule.at("/annotations/description").asText()).endsWith(".");
        assertThat(rule.at("/annotations/runbook_url").asText()).isEqualTo("topology-docs/runbooks/" + name + ".md");
        assertThat(Files.readString(MonitoringFiles.RUNBOOKS.resolve(name + ".md")))
                .startsWith("# " + name + "\n")
                .contains("**Means.**", "**Users see.**", "**Look at", "**Do", "**Wake** ");
    }

    @Test
    void everyRunbookHasAnAlert() throws IOException {
        List<String> alerts =
                rules().map(rule -> rule.get("alert").asText() + ".md").toList();
        assertThat(alerts).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(MonitoringFiles.RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(alerts);
        }
    }

    @Test
    void everyAlertHasAUnitTest() throws IOException {
        String tests = Files.readString(UNIT_TESTS);
        assertThat(rules().map(rule -> rule.get("alert").asText()))
                .allSatisfy(alert -> assertThat(tests).contains(alert));
    }

    @Test
    void prometheusOwnToolAcceptsTheRulesAndTheirUnitTestsPass() throws Exception {
        Optional<Path> promtool = promtool();
        boolean isRequired = "true".equals(System.getenv("CI"));
        assumeTrue(
                promtool.isPresent() || isRequired, "promtool is not on the PATH (Debian: apt-get install prometheus)");
        assertThat(promtool).as("promtool, which .ci/run installs").isPresent();
        String tool = promtool.orElseThrow().toString();
        run(tool, "check", "rules", MonitoringFiles.RULES.toString());
        run(tool, "test", "rules", UNIT_TESTS.toAbsolutePath().toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static Optional<Path> promtool() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
