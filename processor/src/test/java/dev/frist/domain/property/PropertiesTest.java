package dev.frist.domain.property;

import static org.assertj.core.api.Assertions.fail;

import dev.frist.domain.ledger.Shares;
import dev.frist.scenario.CoreEngine;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What must hold of every history, tried on as many as {@code frist.properties.count} says, from the seed
 * {@code frist.properties.seed} on. A counterexample is made small and written as a scenario file.
 */
final class PropertiesTest {

    private static final long COUNT = Long.getLong("frist.properties.count", 10_000);
    private static final long SEED = Long.getLong("frist.properties.seed", 1);
    private static final Path FOLDER = Path.of("target/counterexamples");

    /** Read off one run of any history, so that a run serves them all. */
    private static final List<TraceProperty> OF_A_RUN = List.of(
            new IdempotenceProperty(),
            new MoneyProperty(),
            new CreditedUnitsProperty(),
            new DeadlineProperty(),
            new NoticeProperty(),
            new ReachProperty(),
            new ReviewProperty(),
            new SequenceProperty());

    /** Need histories or runs of their own. */
    private static final List<Property> OF_SEVERAL_RUNS =
            List.of(new ConfluenceProperty(), new ReplayProperty(), new AllowedActionsProperty());

    @TestFactory
    Stream<DynamicTest> ofAnyHistory() {
        Map<Property, Long> counterexamples = new ConcurrentHashMap<>();
        LongStream.range(SEED, SEED + COUNT).parallel().forEach(seed -> tryAll(seed, counterexamples));
        return OF_A_RUN.stream()
                .map(property -> DynamicTest.dynamicTest(
                        property.name(), () -> report(property, counterexamples.get(property))));
    }

    @TestFactory
    Stream<DynamicTest> ofSeveralRuns() {
        return OF_SEVERAL_RUNS.stream()
                .map(property -> DynamicTest.dynamicTest(property.name(), () -> report(property, find(property))));
    }

    @Test
    void partsOfALineAlwaysSumToTheLine() {
        Randomness random = new Randomness(SEED);
        for (long i = 0; i < COUNT; i++) {
            int units = random.between(1, 50);
            long total = random.between(0L, 1_000_000L);
            long sum = 0;
            int from = 0;
            while (from < units) {
                int to = random.between(from + 1, units);
                sum += Shares.worth(total, units, from, to);
                from = to;
            }
            Assertions.assertThat(sum).as("%d over %d units", total, units).isEqualTo(total);
        }
    }

    private static void tryAll(long seed, Map<Property, Long> counterexamples) {
        Trace trace;
        try {
            trace = Trace.of(Histories.anyHistory(seed));
        } catch (RuntimeException broken) {
            OF_A_RUN.forEach(property -> counterexamples.putIfAbsent(property, seed));
            return;
        }
        for (TraceProperty property : OF_A_RUN) {
            if (!counterexamples.containsKey(property) && violation(() -> property.violation(trace)) != null) {
                counterexamples.putIfAbsent(property, seed);
            }
        }
    }

    private static Long find(Property property) {
        OptionalLong seed = LongStream.range(SEED, SEED + Math.max(1, COUNT / property.share()))
                .parallel()
                .filter(candidate -> violation(property, property.history(candidate)) != null)
                .findAny();
        return seed.isPresent() ? seed.getAsLong() : null;
    }

    private static String violation(Property property, Scenario history) {
        return violation(() -> property.violation(history));
    }

    private static String violation(Supplier<String> found) {
        try {
            return found.get();
        } catch (RuntimeException broken) {
            return broken + " at " + broken.getStackTrace()[0];
        }
    }

    private static void report(Property property, Long seed) throws IOException {
        if (seed == null) {
            return;
        }
        Scenario smallest =
                Shrinking.shrink(property.history(seed), candidate -> violation(property, candidate) != null);
        String wrong = violation(property, smallest);
        List<Path> files = new ArrayList<>();
        for (Scenario shown : property.shown(smallest)) {
            files.add(write(property, seed, files.size() + 1, wrong, shown));
        }
        fail(
                "%s%ndoes not hold with seed %d: %s%nRun the counterexample with: frist test %s",
                property.name(), seed, wrong, files);
    }

    private static Path write(Property property, long seed, int number, String wrong, Scenario shown)
            throws IOException {
        Files.createDirectories(FOLDER);
        String name = property.getClass().getSimpleName() + "-" + seed + "-" + number + ".yaml";
        return Files.writeString(
                FOLDER.resolve(name),
                ScenarioWriter.write(
                        expectingWhatCame(shown),
                        List.of("Does not hold: " + property.name(), wrong.replace('\n', ' '))));
    }

    private static Scenario expectingWhatCame(Scenario shown) {
        try {
            return new Scenario(
                    shown.name(),
                    shown.policies(),
                    shown.outage(),
                    shown.events(),
                    shown.until(),
                    ScenarioWriter.expecting(new CoreEngine().run(shown)));
        } catch (RuntimeException broken) {
            return shown;
        }
    }
}
