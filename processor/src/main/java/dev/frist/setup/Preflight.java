package dev.frist.setup;

import dev.frist.config.FristConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** Finds out before the start what would otherwise fail, or lose records, later. */
public final class Preflight {

    private static final String REMEDY = "run `frist topics create`, or see `frist topics check`";

    private Preflight() {}

    /**
     * Checks brokers, registry, topics and schemas.
     *
     * @return the partition count of the event topics and outputs
     * @throws StartupException with the first thing that is wrong
     */
    public static int check(FristConfig config) {
        List<PlannedTopic> plan = TopicPlan.of(config);
        try (BrokerConnection brokers = BrokerConnection.open(config);
                RegistryConnection registry = RegistryConnection.open(config)) {
            TopicSetup topics = new TopicSetup(brokers);
            Map<String, TopicDescription> found = topics.describe(plan);
            List<String> missing = names(plan).stream()
                    .filter(name -> !found.containsKey(name))
                    .toList();
            if (!missing.isEmpty()) {
                throw new StartupException("missing topics: " + String.join(", ", missing) + "; " + REMEDY);
            }
            int partitions = samePartitions(plan, found);
            cleanup(plan, topics.configured(names(plan), TopicConfig.CLEANUP_POLICY_CONFIG));
            List<String> schemas = new SchemaSetup(registry)
                    .missing(plan.stream().filter(topic -> !topic.input()).toList());
            if (!schemas.isEmpty()) {
                throw new StartupException(
                        "schemas that are not registered: " + String.join(", ", schemas) + "; " + REMEDY);
            }
            return partitions;
        }
    }

    private static List<String> names(Collection<PlannedTopic> plan) {
        return plan.stream().map(PlannedTopic::name).toList();
    }

    private static int samePartitions(List<PlannedTopic> plan, Map<String, TopicDescription> found) {
        Map<String, Integer> counts = new TreeMap<>();
        for (PlannedTopic topic : plan) {
            TopicDescription description = found.get(topic.name());
            int count = description == null ? 0 : description.partitions().size();
            if (!topic.isPolicies()) {
                counts.put(topic.name(), count);
            } else if (count != TopicPlan.POLICY_PARTITIONS) {
                throw new StartupException("topic " + topic.name() + " has " + count
                        + " partitions, but must have 1: versions are judged in the order in which they were written");
            }
        }
        if (counts.values().stream().distinct().count() > 1) {
            throw new StartupException("partition counts differ, but must be equal: "
                    + counts.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        return counts.values().iterator().next();
    }

    private static void cleanup(List<PlannedTopic> plan, Map<String, String> cleanup) {
        for (PlannedTopic topic : plan) {
            String actual = cleanup.getOrDefault(topic.name(), "");
            boolean compacts = actual.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
            if (topic.isPolicies() && actual.contains(TopicConfig.CLEANUP_POLICY_DELETE)) {
                throw new StartupException("topic " + topic.name() + " has cleanup.policy " + actual
                        + ", but must have compact: policies would be lost");
            }
            if (!topic.isPolicies() && compacts) {
                throw new StartupException("topic " + topic.name() + " has cleanup.policy " + actual
                        + ", but must have delete: earlier records of an order would be lost");
            }
        }
    }
}
