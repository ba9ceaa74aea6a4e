package dev.frist.experiments.chaos;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.experiments.history.Form;
import dev.frist.experiments.record.ClusterRecorder;
import dev.frist.setup.BrokerConnection;
import dev.frist.setup.PlannedTopic;
import dev.frist.setup.RegistryConnection;
import dev.frist.setup.SchemaSetup;
import dev.frist.setup.TopicPlan;
import dev.frist.setup.TopicSetup;
import dev.frist.stack.LocalStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Three brokers, a registry, the topics, and the settings of three instances that do not run yet. */
final class TestBed implements AutoCloseable {

    static final int PARTITIONS = 6;

    private static final int BROKERS = 3;
    private static final int INSTANCES = 3;
    private static final List<String> BROKER_JVM =
            List.of("-Xms128m", "-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Map<String, String> BROKER_SETTINGS = Map.of(
            // A broker that was killed is noticed within seconds, and so is a transaction that nobody will end.
            "broker.session.timeout.ms", "6000",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "num.partitions", Integer.toString(PARTITIONS),
            "log.cleaner.enable", "false");
    private static final int LARGEST_INPUT = 2 << 20;
    private static final String FOR_EVER = "-1";

    private final LocalStack stack;
    private final FristConfig config;
    private final List<Instance> instances;

    private TestBed(LocalStack stack, FristConfig config, List<Instance> instances) {
        this.stack = stack;
        this.config = config;
        this.instances = instances;
    }

    /**
     * Starts brokers and registry and makes the topics.
     *
     * @param folder for everything
     * @param seed also decides whether the instances are static members of their group
     */
    static TestBed lay(Path folder, Form form, long seed, Program program) {
        LocalStack stack = LocalStack.start(
                StackHome.find(), new StackOptions(folder, BROKERS, BROKER_SETTINGS, BROKER_JVM, Map.of(), false));
        try {
            Map<String, String> settings = settings(stack, form);
            FristConfig config = FristConfig.of(
                    with(settings, Settings.STATE_DIR, folder.resolve("none").toString()));
            makeTopics(config);
            List<Instance> instances = new ArrayList<>();
            for (int i = 1; i <= INSTANCES; i++) {
                instances.add(instance(folder, "processor-" + i, settings, isStatic(seed), program));
            }
            return new TestBed(stack, config, List.copyOf(instances));
        } catch (IOException failed) {
            stack.close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            stack.close();
            throw failed;
        }
    }

    /** Ends everything that runs. */
    @Override
    public void close() {
        stack.close();
    }

    LocalStack stack() {
        return stack;
    }

    FristConfig config() {
        return config;
    }

    List<Instance> instances() {
        return instances;
    }

    /** Every second seed tries static membership. */
    static boolean isStatic(long seed) {
        return seed % 2 == 0;
    }

    private static Map<String, String> settings(LocalStack stack, Form form) {
        Map<String, String> settings = new TreeMap<>(ClusterRecorder.neededSettings());
        settings.put(Settings.BOOTSTRAP_SERVERS, stack.bootstrapServers());
        settings.put(Settings.SCHEMA_REGISTRY_URL, stack.registryUrl());
        settings.put(Settings.APPLICATION_ID, "chaos");
        settings.put(Settings.TOPIC_PREFIX, "chaos.");
        settings.put(Settings.TOPICS_PARTITIONS, Integer.toString(PARTITIONS));
        settings.put(Settings.ORPHAN_HOLD, seconds(form.orphanHold()));
        settings.put(Settings.POLICY_LEAD, seconds(form.policyLead()));
        settings.put(Settings.FACTS_MAX, Integer.toString(form.factsMax()));
        settings.put(Settings.COMPLETENESS_INTERVAL, "PT0.5S");
        settings.put(Settings.CLOSE_TIMEOUT, "PT30S");
        settings.put(Settings.MANAGEMENT_PORT, "0");
        settings.put("consumer.session.timeout.ms", "6000");
        settings.put("consumer.heartbeat.interval.ms", "1500");
        settings.put("producer.transaction.timeout.ms", "15000");
        return settings;
    }

    private static String seconds(long millis) {
        return java.time.Duration.ofMillis(millis).toString();
    }

    private static Instance instance(
            Path folder, String name, Map<String, String> common, boolean isStatic, Program program)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Map<String, String> settings =
                with(common, Settings.STATE_DIR, own.resolve(Program.STATE).toString());
        if (isStatic) {
            settings.put("main.consumer.group.instance.id", name);
        }
        Files.writeString(
                own.resolve(Program.SETTINGS),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()),
                StandardCharsets.UTF_8);
        return new Instance(name, own, program);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static void makeTopics(FristConfig config) {
        List<PlannedTopic> topics = TopicPlan.of(config);
        try (BrokerConnection brokers = BrokerConnection.open(config);
                RegistryConnection registry = RegistryConnection.open(config)) {
            new TopicSetup(brokers).create(topics);
            new SchemaSetup(registry).create(topics);
            widen(brokers, topics);
        }
    }

    /** Lets records of any date and of more than a megabyte in, and keeps what is dated long ago for the checker. */
    private static void widen(BrokerConnection brokers, List<PlannedTopic> topics) {
        Map<ConfigResource, java.util.Collection<AlterConfigOp>> changes = new HashMap<>();
        for (PlannedTopic topic : topics) {
            List<AlterConfigOp> wide = new ArrayList<>(List.of(set(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)));
            if (TopicPlan.EVENTS.contains(topic.contract())) {
                wide.add(set(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE)));
                wide.add(set(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE)));
                wide.add(set(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_INPUT)));
            }
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), wide);
        }
        Admin admin = brokers.admin();
        brokers.await(admin.incrementalAlterConfigs(changes).all());
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
