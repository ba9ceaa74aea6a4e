package dev.frist.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens, and what must be decided.
 *
 * @param name one line that says what must hold
 * @param policies in the order of the file
 * @param outage when nothing is processed; null for never
 * @param events in the order of arrival
 * @param until epoch millis; the clock runs on to here, and what is due at this very instant is still run
 * @param expected what must be published, for the topics that are checked
 */
public record Scenario(
        String name,
        List<WrittenPolicy> policies,
        @Nullable Outage outage,
        List<ScenarioEvent> events,
        long until,
        Expectation expected) {

    /** When something that is due or arrives at that instant is processed. */
    public long processedAt(long instant) {
        return outage == null ? instant : outage.processedAt(instant);
    }
}
