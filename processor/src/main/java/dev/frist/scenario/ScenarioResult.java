package dev.frist.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * How a file fared.
 *
 * @param name what the scenario says must hold; empty where the file could not be read
 * @param problems why it could not be read or run; empty where it was
 * @param differences what came otherwise than expected
 * @param zone the zone in which instants are shown
 */
public record ScenarioResult(
        Path file, String name, List<String> problems, List<TopicDifference> differences, ZoneId zone, Duration took) {

    /** Whether it was run and everything came as expected. */
    public boolean passed() {
        return problems.isEmpty() && differences.isEmpty();
    }
}
