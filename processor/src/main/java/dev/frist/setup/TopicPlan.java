package dev.frist.setup;

import dev.frist.config.FristConfig;
import dev.frist.config.KafkaDefaults;
import dev.frist.config.Settings;
import dev.frist.schema.Contracts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/** The eight topics as the settings want them. */
public final class TopicPlan {

    /** Inputs whose partitions hold the records of the same orders, and so have the same count. */
    public static final List<String> EVENTS =
            List.of(Contracts.ORDERS, Contracts.RETURNS, Contracts.INVOICE_CORRECTIONS);

    /** What is read: the events and the policies. */
    public static final List<String> INPUTS =
            Stream.concat(EVENTS.stream(), Stream.of(Contracts.WINDOW_POLICIES)).toList();

    /** What is written. */
    public static final List<String> OUTPUTS =
            List.of(Contracts.DISPUTES, Contracts.RESOLUTIONS, Contracts.NOTICES, Contracts.DEAD_LETTERS);

    /** Versions are judged in the order in which they were written, and only within a partition is there one. */
    public static final int POLICY_PARTITIONS = 1;

    /** Versions are few, and a rewritten one must not take the place of the one that was accepted. */
    private static final Duration POLICIES_UNCOMPACTED = Duration.ofDays(3650);

    private final FristConfig config;

    private TopicPlan(FristConfig config) {
        this.config = config;
    }

    /** The plan, inputs first. */
    public static List<PlannedTopic> of(FristConfig config) {
        TopicPlan plan = new TopicPlan(config);
        return Stream.of(
                        EVENTS.stream().map(topic -> plan.kept(topic, Settings.TOPICS_INPUT_RETENTION, true)),
                        Stream.of(plan.policies()),
                        OUTPUTS.stream().map(topic -> plan.kept(topic, Settings.TOPICS_OUTPUT_RETENTION, false)))
                .flatMap(topics -> topics)
                .toList();
    }

    /** Whether a topic is that of one of some contracts, with the prefix of the installation. */
    public static boolean isAny(List<String> contracts, String topic, FristConfig config) {
        return contracts.stream().anyMatch(contract -> topic.equals(config.topicPrefix() + contract));
    }

    private PlannedTopic kept(String contract, String retention, boolean input) {
        Map<String, String> configs = new TreeMap<>();
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(config.duration(retention).toMillis()));
        if (contract.equals(Contracts.DEAD_LETTERS)) {
            configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaDefaults.LARGEST_REQUEST));
        }
        return planned(contract, config.number(Settings.TOPICS_PARTITIONS), configs, input);
    }

    private PlannedTopic policies() {
        Map<String, String> configs = new TreeMap<>();
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(POLICIES_UNCOMPACTED.toMillis()));
        // The guard measures the lead time from a clock that whoever writes a policy can't set.
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return planned(Contracts.WINDOW_POLICIES, POLICY_PARTITIONS, configs, true);
    }

    private PlannedTopic planned(String contract, int partitions, Map<String, String> configs, boolean input) {
        int replicas = config.number(Settings.TOPICS_REPLICATION_FACTOR);
        int inSync = config.number(Settings.TOPICS_MIN_INSYNC_REPLICAS);
        if (inSync > 0) {
            configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(inSync));
        }
        return new PlannedTopic(
                config.topicPrefix() + contract,
                contract,
                partitions,
                replicas < 1 ? Optional.empty() : Optional.of((short) replicas),
                configs,
                Optional.ofNullable(Contracts.registered().get(contract)),
                input);
    }
}
