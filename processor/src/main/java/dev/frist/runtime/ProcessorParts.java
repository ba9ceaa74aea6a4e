package dev.frist.runtime;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.contract.ContractRegistry;
import dev.frist.domain.engine.Engine;
import dev.frist.topology.AgreedClock;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.FristTopology;
import dev.frist.topology.InputCompleteness;
import dev.frist.topology.SweepBudget;
import dev.frist.topology.Telemetry;
import dev.frist.topology.TopicNames;
import dev.frist.topology.TopologyParts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.streams.Topology;

/** The topology as the settings want it, and what it leans on: the registry and the watch over the input. */
final class ProcessorParts implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Topology topology;
    private final ContractRegistry registry;
    private final InputCompleteness completeness;
    private final Admin admin;

    private ProcessorParts(Topology topology, ContractRegistry registry, InputCompleteness completeness, Admin admin) {
        this.topology = topology;
        this.registry = registry;
        this.completeness = completeness;
        this.admin = admin;
    }

    /**
     * Puts the topology together and begins to watch the input.
     *
     * @param streams the settings of Kafka Streams
     * @param partitions of each event topic
     * @param telemetry is told what happens
     * @param stopping whether the process is about to end
     * @param change what is to be otherwise than the settings want, in experiments
     */
    static ProcessorParts of(
            FristConfig config,
            Properties streams,
            int partitions,
            Telemetry telemetry,
            BooleanSupplier stopping,
            UnaryOperator<TopologyParts> change) {
        TopicNames topics = new TopicNames(config.topicPrefix());
        Admin admin = Admin.create(config.admin());
        AgreedClock clock = AgreedClock.system(config.duration(Settings.CLOCK_TOLERANCE));
        InputCompleteness completeness = new InputCompleteness(
                admin,
                () -> reader(config),
                config.applicationId(),
                topics.events(),
                partitions,
                clock,
                config.duration(Settings.COMPLETENESS_INTERVAL));
        ContractRegistry registry = ContractRegistry.connect(config.registry());
        TopologyParts parts = TopologyParts.of(CaseEngine.of(new Engine(config.limits())), registry, completeness)
                .withTopics(topics)
                .withClock(clock)
                .withSweep(new SweepBudget(
                        config.duration(Settings.SWEEP_INTERVAL),
                        config.duration(Settings.SWEEP_BUDGET_TIME),
                        config.number(Settings.SWEEP_BUDGET_ITEMS)))
                .withPolicyLead(config.policyLead())
                .withTelemetry(telemetry)
                .withStopping(stopping);
        completeness.start();
        return new ProcessorParts(FristTopology.build(streams, change.apply(parts)), registry, completeness, admin);
    }

    Topology topology() {
        return topology;
    }

    /** Up to where the input has been processed. */
    InputCompleteness completeness() {
        return completeness;
    }

    @Override
    public void close() {
        completeness.close();
        admin.close(CLOSE_LIMIT);
        registry.close();
    }

    /** Belongs to no group: it only looks at what lies in the topics. */
    private static Consumer<byte[], byte[]> reader(FristConfig config) {
        Map<String, Object> settings = new HashMap<>(config.consumer());
        settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        settings.putAll(InputCompleteness.readerSettings());
        return new KafkaConsumer<>(settings);
    }
}
