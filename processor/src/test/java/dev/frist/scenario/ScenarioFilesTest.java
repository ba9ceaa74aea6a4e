package dev.frist.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the project states by hand, decided by the core: one test for each file. */
final class ScenarioFilesTest {

    private static final Path FOLDER = Path.of("src", "test", "scenarios");

    /** Listed once: a mutation run asks for one file at a time, thousands of times. */
    private static final List<Path> FILES = list();

    private static List<Path> list() {
        try {
            return ScenarioFiles.find(List.of(FOLDER));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @TestFactory
    Stream<DynamicTest> aFileSaysWhatIsDecided() {
        return FILES.stream()
                .map(file -> DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> assertDecided(file)));
    }

    private static void assertDecided(Path file) throws Exception {
        Scenario scenario = ScenarioReader.read(file);
        Published published = new CoreEngine().run(scenario);
        assertThat(ScenarioRunner.compare(scenario.expected(), published)).isEmpty();
        assertThat(published.decisions())
                .allSatisfy(
                        decision -> assertThat(decision.explanation().text()).doesNotContain("{", "}"));
    }
}
