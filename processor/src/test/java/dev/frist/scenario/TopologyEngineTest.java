package dev.frist.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The whole topology publishes what the core decides, for every scenario that ships with the project. */
final class TopologyEngineTest {

    private static final Path SCENARIOS = Path.of("src/test/scenarios");

    @TestFactory
    Stream<DynamicTest> publishesWhatTheCoreDecides() throws Exception {
        TopologyEngine topology = new TopologyEngine();
        CoreEngine core = new CoreEngine();
        return ScenarioFiles.find(List.of(SCENARIOS)).stream()
                .map(file -> DynamicTest.dynamicTest(SCENARIOS.relativize(file).toString(), () -> {
                    Scenario scenario = ScenarioReader.read(file);
                    Published expected = core.run(scenario);
                    Published published = topology.run(scenario);
                    for (PublishedTopic topic : PublishedTopic.values()) {
                        assertThat(published.on(topic)).isEqualTo(expected.on(topic));
                    }
                }));
    }
}
