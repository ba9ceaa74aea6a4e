package dev.frist.docs;

import dev.frist.schema.Contracts;
import dev.frist.setup.PlannedTopic;
import dev.frist.setup.TopicPlan;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as the documents speak of it: as {@code frist topics create} makes it where nothing is set.
 *
 * @param key what the record's key is
 * @param publishedBy who writes to it
 * @param readBy who reads it
 */
record TopicFacts(PlannedTopic planned, String key, String publishedBy, String readBy) {

    static List<TopicFacts> all() {
        return TopicPlan.of(Defaults.config()).stream().map(TopicFacts::of).toList();
    }

    private static TopicFacts of(PlannedTopic planned) {
        return switch (planned.contract()) {
            case Contracts.WINDOW_POLICIES ->
                new TopicFacts(planned, "`policyId@version`", "SREs, with `frist policy apply`", "Frist");
            case Contracts.DEAD_LETTERS ->
                new TopicFacts(planned, "as it came", "Frist", "SREs, with `frist dead-letters`");
            default ->
                planned.input()
                        ? new TopicFacts(
                                planned, "orderId", "the checkout, and who knows of returns and credits", "Frist")
                        : new TopicFacts(
                                planned, "orderId", "Frist", "the notification service, the invoice side, desks");
        };
    }

    String name() {
        return planned.contract();
    }

    String page() {
        return "topic-" + name() + ".md";
    }

    String cleanup() {
        return planned.configs().getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "");
    }

    /** How long records are kept, in words. */
    String retention() {
        String millis = planned.configs().get(TopicConfig.RETENTION_MS_CONFIG);
        return millis == null
                ? "for good"
                : Duration.ofMillis(Long.parseLong(millis)).toDays() + " days";
    }
}
