package dev.frist.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Help.Ansi;

/** Every scenario that ships with the project holds. */
final class ScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/scenarios");

    @TestFactory
    Stream<DynamicTest> onTheCore() throws Exception {
        return all(new ScenarioRunner(new CoreEngine()));
    }

    private static Stream<DynamicTest> all(ScenarioRunner runner) throws Exception {
        return ScenarioFiles.find(List.of(SCENARIOS)).stream()
                .map(file -> DynamicTest.dynamicTest(SCENARIOS.relativize(file).toString(), () -> {
                    ScenarioResult result = runner.run(file);
                    assertThat(result.passed()).as(report(result)).isTrue();
                }));
    }

    private static String report(ScenarioResult result) {
        StringWriter text = new StringWriter();
        new ConsoleReport(new PrintWriter(text), Ansi.OFF, Marks.PLAIN).add(result);
        return text.toString().replace("%", "%%");
    }
}
