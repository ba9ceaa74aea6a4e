package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.contract.ContractRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What of the topology other people's data hangs on: renaming a store leaves behind what was stored under the old name,
 * and moving a sub-topology does the same.
 */
class TopologyShapeTest {

    @Test
    void theTopologyIsAsItWasReleased() throws IOException {
        assertThat(description()).isEqualTo(golden("topology.txt"));
    }

    /** The topology as it is, as Kafka Streams describes it. */
    static String description() {
        try (ContractRegistry registry = ContractRegistry.connect(Map.of("schema.registry.url", "mock://shape"))) {
            return FristTopology.build(
                            Simulation.settings(),
                            TopologyParts.simulated(Simulation.engine(), registry, InstantSource.system()))
                    .describe()
                    .toString();
        }
    }

    @Test
    void theInternalTopicsAreAsTheyWereReleased() throws IOException {
        try (Simulation simulation = new Simulation()) {
            simulation.event("O1", Samples.order());
            simulation.event("O1", Samples.registered(1));
            assertThat(simulation.driver().producedTopicNames().stream()
                            .filter(name -> name.startsWith("frist-test-"))
                            .sorted())
                    .containsExactlyElementsOf(
                            golden("internal-topics.txt").lines().toList());
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream resource = Objects.requireNonNull(TopologyShapeTest.class.getResourceAsStream(name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
