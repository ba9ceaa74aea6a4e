package dev.frist.scenario;

import dev.frist.scenario.Expectation.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs scenario files and compares; what goes wrong in one stays with that one. */
public final class ScenarioRunner {

    private final ScenarioEngine engine;

    /** A runner that runs on the given engine. */
    public ScenarioRunner(ScenarioEngine engine) {
        this.engine = engine;
    }

    /** Runs one file. */
    public ScenarioResult run(Path file) {
        long started = System.nanoTime();
        String name = "";
        ZoneId zone = PolicyReader.DEFAULT.calendar().zone();
        List<String> problems = new ArrayList<>();
        List<TopicDifference> differences = new ArrayList<>();
        try {
            Scenario scenario = ScenarioReader.read(file);
            name = scenario.name();
            if (!scenario.policies().isEmpty()) {
                zone = scenario.policies().get(0).policy().calendar().zone();
            }
            differences.addAll(compare(scenario.expected(), engine.run(scenario)));
        } catch (ScenarioException unreadable) {
            problems.addAll(unreadable.problems());
        } catch (RuntimeException | StackOverflowError failed) {
            problems.add("the run ended in an error: " + failed);
            for (int i = 0; i < Math.min(8, failed.getStackTrace().length); i++) {
                problems.add("  at " + failed.getStackTrace()[i]);
            }
        }
        return new ScenarioResult(
                file, name, problems, differences, zone, Duration.ofNanos(System.nanoTime() - started));
    }

    /** What came otherwise than expected, by topic; empty where all is as it should be. */
    static List<TopicDifference> compare(Expectation expected, Published published) {
        List<TopicDifference> differences = new ArrayList<>();
        for (Map.Entry<PublishedTopic, List<Entry>> topic : expected.topics().entrySet()) {
            TopicDifference difference =
                    TopicDifference.of(topic.getKey(), topic.getValue(), published.on(topic.getKey()));
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences;
    }
}
