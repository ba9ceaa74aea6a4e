package dev.frist.setup;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import dev.frist.config.FristConfig;
import dev.frist.schema.Contracts;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who works with the topics, and the least rights that each of them gets along with. None needs a right on the cluster:
 * idempotent and transactional producers have not needed one since Kafka 3.
 */
public enum AclRole {

    /** The processor. */
    PROCESSOR("the processor: `frist run`, every instance under the same principal") {
        @Override
        public List<Grant> grants(FristConfig config, String group) {
            List<Grant> grants = new ArrayList<>();
            for (PlannedTopic topic : TopicPlan.of(config)) {
                String why = topic.input() ? "reads it" : "writes to it";
                grants.add(Grant.topic(
                        topic.name(),
                        why + ", and looks at its cleanup.policy before the start",
                        topic.input() ? READ : WRITE,
                        DESCRIBE_CONFIGS));
            }
            String own = config.applicationId();
            grants.add(Grant.literal(
                    ResourceType.GROUP, own, "commits how far it has read, and asks how far all instances have", READ));
            grants.add(Grant.prefixed(
                    ResourceType.TRANSACTIONAL_ID, own + "-", "publishes exactly once: one id each thread", WRITE));
            grants.add(Grant.prefixed(
                    ResourceType.TOPIC, own + "-", "makes, writes and restores the changelogs", CREATE, READ, WRITE));
            return grants;
        }
    },

    /** Who publishes events. */
    CHECKOUT("who publishes what happens to orders, returns and invoices") {
        @Override
        public List<Grant> grants(FristConfig config, String group) {
            return TopicPlan.EVENTS.stream()
                    .map(topic -> Grant.topic(config.topicPrefix() + topic, "publishes to it", WRITE))
                    .toList();
        }
    },

    /** Who tells the parties. */
    NOTIFICATION("who consumes decisions, and publishes receipts (`NoticeDelivered`)") {
        @Override
        public List<Grant> grants(FristConfig config, String group) {
            List<Grant> grants = new ArrayList<>();
            for (String topic : List.of(Contracts.DISPUTES, Contracts.RESOLUTIONS, Contracts.NOTICES)) {
                grants.add(Grant.topic(config.topicPrefix() + topic, "consumes it", READ));
            }
            grants.add(Grant.topic(config.topicPrefix() + Contracts.RETURNS, "publishes receipts", WRITE));
            grants.add(Grant.literal(ResourceType.GROUP, group, "commits how far it has read", READ));
            return grants;
        }
    },

    /** Who sees to dead letters. */
    DEAD_LETTERS("who looks at dead letters, and sends them again: `frist dead-letters`") {
        @Override
        public List<Grant> grants(FristConfig config, String group) {
            List<Grant> grants = new ArrayList<>();
            grants.add(Grant.topic(
                    config.topicPrefix() + Contracts.DEAD_LETTERS,
                    "reads it, and notes what was sent again",
                    READ,
                    WRITE));
            TopicPlan.EVENTS.forEach(topic -> grants.add(Grant.topic(
                    config.topicPrefix() + topic,
                    "sends again, and looks up values too large to be published twice",
                    READ,
                    WRITE)));
            grants.add(Grant.literal(
                    ResourceType.TRANSACTIONAL_ID,
                    config.applicationId() + "-redrive",
                    "sends a record and notes it in one transaction",
                    WRITE));
            return grants;
        }
    },

    /** Who tunes windows. */
    POLICIES("who tunes windows: `frist policy apply` and `frist policy list`") {
        @Override
        public List<Grant> grants(FristConfig config, String group) {
            return List.of(Grant.topic(
                    config.topicPrefix() + Contracts.WINDOW_POLICIES,
                    "judges a version against those that are there, and writes it",
                    READ,
                    WRITE));
        }
    },

    /** Who sets it up. */
    TOPICS("who sets it up: `frist topics create` and `frist topics check`; needed for the time of that") {
        @Override
        public List<Grant> grants(FristConfig config, String group) {
            return TopicPlan.of(config).stream()
                    .map(topic ->
                            Grant.topic(topic.name(), "makes it and compares it", CREATE, DESCRIBE, DESCRIBE_CONFIGS))
                    .toList();
        }
    };

    private final String who;

    AclRole(String who) {
        this.who = who;
    }

    /** Who that is, for a document. */
    public String who() {
        return who;
    }

    /**
     * The least that the role gets along with.
     *
     * @param group the consumer group of those that bring one of their own; the processor's is the application id
     */
    public abstract List<Grant> grants(FristConfig config, String group);
}
