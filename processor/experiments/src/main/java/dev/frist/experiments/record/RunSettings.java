package dev.frist.experiments.record;

import dev.frist.config.FristConfig;
import dev.frist.domain.order.Limits;
import dev.frist.schema.Contracts;
import java.util.List;

/**
 * What the processor under test was set to, as far as it decides what must come out.
 *
 * @param topicPrefix stands before the name of each topic
 * @param applicationId stands before the names of the changelogs
 * @param policyLead {@code policy.lead}, millis
 * @param largestState bytes of a stored order; a record that would make it larger is one fact too many
 * @param largestRecord bytes of a record with its key and headers; the value of a larger dead letter is left out
 * @param settledAt epoch millis. All that was due before that instant was given the time to be decided: when the recording
 *     was made, the processor had been running undisturbed for long enough, and nothing lay unread
 */
public record RunSettings(
        String topicPrefix,
        String applicationId,
        Limits limits,
        long policyLead,
        int largestState,
        int largestRecord,
        long settledAt) {

    /** The topics that the processor reads, without their prefix. */
    public static final List<String> INPUTS =
            List.of(Contracts.ORDERS, Contracts.RETURNS, Contracts.INVOICE_CORRECTIONS, Contracts.WINDOW_POLICIES);

    /** The topics that it writes, without their prefix. */
    public static final List<String> OUTPUTS =
            List.of(Contracts.DISPUTES, Contracts.RESOLUTIONS, Contracts.NOTICES, Contracts.DEAD_LETTERS);

    private static final int LARGEST_STATE = 3 << 20;
    private static final int LARGEST_RECORD = 4 << 20;

    /** Those of a configuration. */
    public static RunSettings of(FristConfig config, long settledAt) {
        return new RunSettings(
                config.topicPrefix(),
                config.applicationId(),
                config.limits(),
                config.policyLead().toMillis(),
                LARGEST_STATE,
                LARGEST_RECORD,
                settledAt);
    }

    /** The full name of a topic. */
    public String topic(String name) {
        return topicPrefix + name;
    }
}
