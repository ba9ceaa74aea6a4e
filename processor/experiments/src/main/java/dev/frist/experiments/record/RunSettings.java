package dev.frist.experiments.record;

import dev.frist.config.FristConfig;
import dev.frist.domain.order.Limits;

/**
 * What the processor under test was set to, as far as it decides what must come out.
 *
 * @param topicPrefix stands before the name of each topic
 * @param applicationId stands before the names of the changelogs
 * @param policyLead {@code policy.lead}, millis
 * @param largestRecord bytes of a record with its key and headers; the value of a larger dead letter is left out
 * @param settledAt epoch millis. All that was due before that instant was given the time to be decided: when the recording
 *     was made, the processor had been running undisturbed for long enough, and nothing lay unread
 */
public record RunSettings(
        String topicPrefix, String applicationId, Limits limits, long policyLead, int largestRecord, long settledAt) {

    private static final int LARGEST_RECORD = 4 << 20;

    /** Those of a configuration. */
    public static RunSettings of(FristConfig config, long settledAt) {
        return new RunSettings(
                config.topicPrefix(),
                config.applicationId(),
                config.limits(),
                config.policyLead().toMillis(),
                LARGEST_RECORD,
                settledAt);
    }
}
