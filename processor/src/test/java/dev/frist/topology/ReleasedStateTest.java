package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.state.OrderCodec;
import dev.frist.state.StoredVersions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State that any release wrote is opened by this one, and goes on as it should. A release is added by
 * {@code mvn -q -Prelease-state -pl processor -am test -Dstate.release=v2}, which changes nothing of those that are there.
 */
class ReleasedStateTest {

    private static final Pattern PART = Pattern.compile("Sub-topology: (\\d+)");
    private static final Pattern NAMED = Pattern.compile("(topics?|stores): \\[?([^)\\]]*)\\]?\\)");

    private final OrderCodec codec = new OrderCodec();

    static List<ReleasedState> releases() {
        return ReleasedState.all().toList();
    }

    @Test
    void thereIsARelease() {
        assertThat(releases()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyStoredOrderIsReadAndNothingOfItIsLost(ReleasedState release) throws IOException {
        assertThat(release.storedOrders()).isNotEmpty();
        for (Map.Entry<String, byte[]> stored : release.storedOrders().entrySet()) {
            byte[] now = codec.encode(codec.decode(stored.getValue()));
            assertThat(StoredVersions.asWritten(now, release.orders()))
                    .as(stored.getKey())
                    .isEqualTo(StoredVersions.read(stored.getValue(), release.orders()));
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theSchemaThatItWroteIsKnownForGood(ReleasedState release) {
        assertThat(StoredVersions.isKnown(SchemaNormalization.parsingFingerprint64(release.orders())))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whatItStoredGoesOnAsItShould(ReleasedState release) {
        try (Simulation before = new Simulation();
                Simulation after = new Simulation()) {
            ReleaseStory.untilTheRelease(before);
            ReleaseStory.begin(after);
            after.runUntil(before.now());
            release.restore(after);
            assertThat(ReleaseStory.afterTheRelease(after)).isEqualTo(release.decisions());
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsTopicsAndStoresAreWhereTheyWere(ReleasedState release) {
        Map<String, Set<String>> now = parts(TopologyShapeTest.description());
        parts(release.topology())
                .forEach((part, names) -> assertThat(now.getOrDefault(part, new TreeSet<>()))
                        .as("sub-topology " + part + ": what is left out or moved loses its state")
                        .containsAll(names));
    }

    @Test
    void aStoreThatMovesOrIsRenamedIsFound() {
        String released = TopologyShapeTest.description();
        String renamed = released.replace("order-facts", "order-truths");
        assertThat(parts(renamed).get("0")).doesNotContainAnyElementsOf(new ArrayList<>(List.of("order-facts")));
        assertThat(parts(released).get("0")).contains("order-facts", "handling-windows", "orders", "disputes");
    }

    @Test
    @EnabledIfSystemProperty(named = "state.release", matches = "v\\d+")
    void writeARelease() throws IOException {
        ReleasedState release = ReleasedState.named(Objects.requireNonNull(System.getProperty("state.release")));
        try (Simulation simulation = new Simulation()) {
            ReleaseStory.untilTheRelease(simulation);
            if (!release.exists()) {
                release.write(simulation, TopologyShapeTest.description(), StoredVersions.current());
            }
            forget(simulation);
            release.writeDecisions(ReleaseStory.afterTheRelease(simulation));
        }
    }

    private static void forget(Simulation simulation) {
        simulation.disputes();
        simulation.resolutions();
        simulation.notices();
        simulation.deadLetters();
    }

    /** What each sub-topology reads, writes and keeps. */
    private static Map<String, Set<String>> parts(String description) {
        Map<String, Set<String>> parts = new TreeMap<>();
        String part = "";
        for (String line : description.lines().toList()) {
            Matcher begin = PART.matcher(line);
            if (begin.find()) {
                part = begin.group(1);
            }
            Matcher named = NAMED.matcher(line);
            while (named.find()) {
                parts.computeIfAbsent(part, absent -> new TreeSet<>())
                        .addAll(List.of(named.group(2).split(", ")));
            }
        }
        return parts;
    }
}
