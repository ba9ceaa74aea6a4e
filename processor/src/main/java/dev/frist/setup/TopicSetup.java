package dev.frist.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics that are missing, and compares those that are there with the plan. It never changes a topic. */
public final class TopicSetup {

    private final BrokerConnection brokers;

    /** Works through a connection that the caller closes. */
    public TopicSetup(BrokerConnection brokers) {
        this.brokers = brokers;
    }

    /**
     * Makes what is missing.
     *
     * @return the names of the topics that were made
     * @throws StartupException if the brokers refuse
     */
    public List<String> create(Collection<PlannedTopic> plan) {
        Set<String> there = existing();
        List<PlannedTopic> missing =
                plan.stream().filter(topic -> !there.contains(topic.name())).toList();
        CreateTopicsResult result = brokers.admin()
                .createTopics(missing.stream().map(PlannedTopic::toCreate).toList());
        List<String> made = new ArrayList<>();
        result.values().forEach((name, answer) -> {
            if (wasMade(answer)) {
                made.add(name);
            }
        });
        return missing.stream().map(PlannedTopic::name).filter(made::contains).toList();
    }

    /**
     * The topics of the plan that are there.
     *
     * @throws StartupException if the brokers refuse
     */
    public Map<String, TopicDescription> describe(Collection<PlannedTopic> plan) {
        Set<String> there = existing();
        List<String> names =
                plan.stream().map(PlannedTopic::name).filter(there::contains).toList();
        return new TreeMap<>(brokers.await(brokers.admin().describeTopics(names).allTopicNames()));
    }

    /**
     * Compares.
     *
     * @return what deviates, one line each; empty where all is as planned
     * @throws StartupException if the brokers refuse
     */
    public List<String> deviations(Collection<PlannedTopic> plan) {
        Map<String, TopicDescription> found = describe(plan);
        Map<String, Config> configs = configs(found.keySet());
        List<String> deviations = new ArrayList<>();
        for (PlannedTopic topic : plan) {
            TopicDescription description = found.get(topic.name());
            if (description == null) {
                deviations.add("topic " + topic.name() + " is missing");
                continue;
            }
            partitions(topic, description).ifPresent(deviations::add);
            replicas(topic, description).ifPresent(deviations::add);
            topic.configs().forEach((name, planned) -> {
                String actual = Optional.ofNullable(configs.get(topic.name()))
                        .map(config -> config.get(name))
                        .map(ConfigEntry::value)
                        .orElse("not set");
                if (!actual.equals(planned)) {
                    deviations.add("topic " + topic.name() + ": " + name + " is " + actual + ", planned " + planned);
                }
            });
        }
        return deviations;
    }

    /** The value of a config of topics that are there, by topic. */
    Map<String, String> configured(Collection<String> topics, String name) {
        Map<String, String> values = new TreeMap<>();
        configs(topics).forEach((topic, config) -> {
            ConfigEntry entry = config.get(name);
            if (entry != null && entry.value() != null) {
                values.put(topic, entry.value());
            }
        });
        return values;
    }

    private static Optional<String> partitions(PlannedTopic topic, TopicDescription description) {
        int actual = description.partitions().size();
        return actual == topic.partitions()
                ? Optional.empty()
                : Optional.of(
                        "topic " + topic.name() + ": partitions are " + actual + ", planned " + topic.partitions());
    }

    private static Optional<String> replicas(PlannedTopic topic, TopicDescription description) {
        int least = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return topic.replicas()
                .filter(planned -> planned != least)
                .map(planned -> "topic " + topic.name() + ": replicas are " + least + ", planned " + planned);
    }

    private Set<String> existing() {
        return brokers.await(brokers.admin().listTopics().names());
    }

    private Map<String, Config> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> byName = new HashMap<>();
        brokers.await(brokers.admin().describeConfigs(resources).all())
                .forEach((resource, config) -> byName.put(resource.name(), config));
        return byName;
    }

    private boolean wasMade(KafkaFuture<Void> answer) {
        try {
            brokers.await(answer);
            return true;
        } catch (StartupException refused) {
            // Somebody else was faster.
            if (refused.getCause() instanceof ExecutionException outer
                    && outer.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw refused;
        }
    }
}
