package dev.frist.topology;

import dev.frist.policy.PolicyLedger;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Puts the topology together: one sub-topology for the events, so that all that concerns an order is in one task, and
 * the policies beside it, which every instance reads for itself.
 *
 * <p>Keys and values pass as bytes. The processor decodes and encodes them itself: what cannot be decoded becomes a dead
 * letter in the same transaction, and a registry that does not answer is waited for before anything was written.
 *
 * <p>Policies are no second sub-topology, though their rejections must be published once: a topic cannot feed a global
 * store and a task too. Every instance knows the rejections; the task of partition 0 publishes them and remembers, in its
 * own state, up to where (see {@link RejectedPolicies}).
 */
public final class FristTopology {

    private FristTopology() {}

    /**
     * Builds the topology.
     *
     * @param settings of Kafka Streams; the application id and the bootstrap servers must be among them
     */
    public static Topology build(Map<?, ?> settings, TopologyParts parts) {
        TopicNames topics = parts.topics();
        PolicyLedger ledger = new PolicyLedger(parts.policyLead().toMillis());
        parts.telemetry().policies(ledger);
        Topology topology = new Topology(new TopologyConfig(new StreamsConfig(settings)));

        // Sub-topologies are numbered as they are declared: a new source goes below these.
        source(topology, Names.ORDERS_SOURCE, topics.orders());
        source(topology, Names.RETURNS_SOURCE, topics.returns());
        source(topology, Names.INVOICE_CORRECTIONS_SOURCE, topics.invoiceCorrections());
        topology.addProcessor(
                Names.CASES,
                () -> new CaseProcessor(parts, ledger),
                Names.ORDERS_SOURCE,
                Names.RETURNS_SOURCE,
                Names.INVOICE_CORRECTIONS_SOURCE);
        topology.addStateStore(orderFacts(parts), Names.CASES);
        topology.addStateStore(handlingWindows(parts), Names.CASES);
        topology.addStateStore(taskFigures(parts), Names.CASES);
        sink(topology, Names.DISPUTES_SINK, topics.disputes());
        sink(topology, Names.RESOLUTIONS_SINK, topics.resolutions());
        sink(topology, Names.NOTICES_SINK, topics.notices());
        sink(topology, Names.DEAD_LETTERS_SINK, topics.deadLetters());

        topology.addGlobalStore(
                policies(),
                Names.POLICIES_SOURCE,
                new RecordTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topics.windowPolicies(),
                Names.POLICY_GUARD,
                () -> new PolicyProcessor(parts, ledger));
        return topology;
    }

    private static void source(Topology topology, String name, String topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                new RecordTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic);
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), Names.CASES);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> orderFacts(TopologyParts parts) {
        String largest = Integer.toString(parts.sizes().record());
        return Stores.keyValueStoreBuilder(parts.stores().apply(Names.ORDER_FACTS), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(changelog(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, largest)));
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> handlingWindows(TopologyParts parts) {
        return Stores.keyValueStoreBuilder(
                        parts.stores().apply(Names.HANDLING_WINDOWS), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(changelog(Map.of()));
    }

    /** Cached: a figure that changes with every record is written once a commit. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> taskFigures(TopologyParts parts) {
        return Stores.keyValueStoreBuilder(parts.stores().apply(Names.TASK_FIGURES), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(changelog(Map.of()));
    }

    /**
     * What is stored is dated as the record is that led to it. Brokers refuse dates that lie ahead, and what was let into
     * an event topic must not end the thread again and again here.
     */
    private static Map<String, String> changelog(Map<String, String> more) {
        Map<String, String> configs = new HashMap<>(more);
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        return configs;
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> policies() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Names.POLICIES), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
    }
}
