package dev.frist.experiments.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.experiments.record.Recording;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioFiles;
import dev.frist.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a topology that keeps its promises the checker finds nothing, whatever happens: it cries no wolf. */
class CleanRunsTest {

    static final Path SCENARIOS = Path.of("..", "src", "test", "scenarios");

    @Test
    void nothingIsFoundInAnyScenario() throws Exception {
        List<String> found = new ArrayList<>();
        List<Path> files = ScenarioFiles.find(List.of(SCENARIOS));
        for (Path file : files) {
            Scenario scenario = ScenarioReader.read(file);
            Recording recording = SimulatedRun.of(scenario);
            Checker.check(recording).findings().forEach(finding -> found.add(file.getFileName() + ": " + finding));
        }
        assertThat(files).hasSizeGreaterThan(300);
        assertThat(found).isEmpty();
    }
}
