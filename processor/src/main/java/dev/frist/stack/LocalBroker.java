package dev.frist.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker in a process of its own. Its data outlives the process, so it can be killed and started again at the
 * same address.
 */
public final class LocalBroker implements AutoCloseable {

    private static final Duration FORMAT_LIMIT = Duration.ofSeconds(60);
    private static final List<String> FORMAT_OPTIONS = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");

    private static final String LOGGING = """
            status = warn
            appender.out.type = Console
            appender.out.name = out
            appender.out.layout.type = PatternLayout
            appender.out.layout.pattern = %d{ISO8601} %-5p %m (%c)%n
            rootLogger.level = INFO
            rootLogger.appenderRef.out.ref = out
            """;

    private final StackHome home;
    private final BrokerNode node;
    private final Path folder;
    private final Path settingsFile;
    private final List<String> jvmOptions;
    private @Nullable ChildJvm process;

    private LocalBroker(StackHome home, BrokerNode node, Path folder, List<String> jvmOptions) {
        this.home = home;
        this.node = node;
        this.folder = folder;
        this.settingsFile = folder.resolve("server.properties");
        this.jvmOptions = jvmOptions;
    }

    /**
     * Lays down a broker's folder: its settings and its formatted storage. It does not run yet.
     *
     * @param cluster all nodes, {@code node} among them
     * @param settings broker settings that win over those of a small local cluster
     * @throws StackException if the storage cannot be formatted
     */
    static LocalBroker prepare(
            StackHome home,
            Path folder,
            String clusterId,
            BrokerNode node,
            List<BrokerNode> cluster,
            Map<String, String> settings,
            List<String> jvmOptions) {
        LocalBroker broker = new LocalBroker(home, node, folder, jvmOptions);
        Map<String, String> all = new TreeMap<>(defaults(folder, node, cluster));
        all.putAll(settings);
        if (settings.getOrDefault("listener.security.protocol.map", "").contains("SECURED:")) {
            all.merge("listeners", "SECURED://" + node.securedAddress(), (open, secured) -> open + "," + secured);
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("log4j2.properties"), LOGGING, StandardCharsets.UTF_8);
            Files.writeString(
                    broker.settingsFile,
                    all.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + "=" + entry.getValue().replace("\\", "/") + "\n")
                            .collect(Collectors.joining()),
                    StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to " + folder, unwritable);
        }
        broker.java(
                        "format",
                        FORMAT_OPTIONS,
                        "kafka.tools.StorageTool",
                        List.of("format", "--ignore-formatted", "-t", clusterId, "-c", broker.settingsFile.toString()))
                .awaitSuccess(FORMAT_LIMIT);
        return broker;
    }

    /** Where it is reached, running or not. */
    public BrokerNode node() {
        return node;
    }

    /** Whether its process is there. */
    public boolean isRunning() {
        ChildJvm running = process;
        return running != null && running.isAlive();
    }

    /** Starts the process and returns at once; does nothing if it runs. */
    public void start() {
        if (!isRunning()) {
            process = java("broker-" + node.id(), jvmOptions, "kafka.Kafka", List.of(settingsFile.toString()));
        }
    }

    /**
     * Says that it is expected to run.
     *
     * @throws StackException if its process has ended
     */
    void requireRunning() {
        ChildJvm running = process;
        if (running != null && !running.isAlive()) {
            throw new StackException("broker " + node.id() + " has ended" + running.lastWords());
        }
    }

    /** Ends the process without warning, as a lost machine would. */
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Ends the process after it has moved its leadership away and closed its files. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private ChildJvm java(String name, List<String> options, String mainClass, List<String> args) {
        List<String> all = new java.util.ArrayList<>(options);
        all.add("-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"));
        return ChildJvm.start(name, folder, all, home.brokerClassPath(), mainClass, args);
    }

    private static Map<String, String> defaults(Path folder, BrokerNode node, List<BrokerNode> cluster) {
        String replicas = Integer.toString(Math.min(3, cluster.size()));
        String minInSync = Integer.toString(Math.max(1, Math.min(3, cluster.size()) - 1));
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(node.id())),
                Map.entry("controller.quorum.voters", BrokerNode.voters(cluster)),
                Map.entry(
                        "listeners",
                        "CLIENT://" + node.address() + ",CONTROLLER://" + LocalStack.HOST + ":"
                                + node.controllerPort()),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", replicas),
                Map.entry("min.insync.replicas", minInSync),
                Map.entry("offsets.topic.replication.factor", replicas),
                Map.entry("offsets.topic.num.partitions", "5"),
                Map.entry("transaction.state.log.replication.factor", replicas),
                Map.entry("transaction.state.log.min.isr", minInSync),
                Map.entry("transaction.state.log.num.partitions", "5"),
                Map.entry("share.coordinator.state.topic.replication.factor", replicas),
                Map.entry("share.coordinator.state.topic.min.isr", minInSync),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"));
    }
}
