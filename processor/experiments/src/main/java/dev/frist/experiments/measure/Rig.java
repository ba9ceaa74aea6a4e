package dev.frist.experiments.measure;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.setup.BrokerConnection;
import dev.frist.setup.PlannedTopic;
import dev.frist.setup.RegistryConnection;
import dev.frist.setup.SchemaSetup;
import dev.frist.setup.TopicPlan;
import dev.frist.setup.TopicSetup;
import dev.frist.stack.LocalStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import dev.frist.topology.TopicNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A broker, a registry and the topics, and processors on them, each in a process of its own. */
final class Rig implements AutoCloseable {

    static final int PARTITIONS = 6;

    private final Path folder;
    private final LocalStack stack;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<ProcessorProcess> processors = new ArrayList<>();

    private Rig(Path folder, LocalStack stack, Map<String, String> more) {
        this.folder = folder;
        this.stack = stack;
        settings.put(Settings.BOOTSTRAP_SERVERS, stack.bootstrapServers());
        settings.put(Settings.SCHEMA_REGISTRY_URL, stack.registryUrl());
        settings.put(Settings.TOPICS_PARTITIONS, Integer.toString(PARTITIONS));
        settings.putAll(more);
    }

    /**
     * Starts everything but processors.
     *
     * @param folder for all that is written; deleted at the end
     * @param more settings of the processors beside the defaults
     */
    static Rig open(Path folder, Map<String, String> more) {
        LocalStack stack = LocalStack.start(
                StackHome.find(), StackOptions.single(folder.toAbsolutePath()).asTemporary());
        Rig rig = new Rig(folder.toAbsolutePath(), stack, more);
        try {
            FristConfig config = rig.config("none");
            List<PlannedTopic> topics = TopicPlan.of(config);
            try (BrokerConnection brokers = BrokerConnection.open(config);
                    RegistryConnection registry = RegistryConnection.open(config)) {
                new TopicSetup(brokers).create(topics);
                new SchemaSetup(registry).create(topics);
            }
            return rig;
        } catch (RuntimeException failed) {
            rig.close();
            throw failed;
        }
    }

    FristConfig config(String name) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(Settings.STATE_DIR, state(name).toString());
        return FristConfig.of(all);
    }

    TopicNames topics() {
        return new TopicNames("");
    }

    /** The local copy of a processor's state. */
    Path state(String name) {
        return folder.resolve(name).resolve("state");
    }

    /** A processor of that name, which does not run yet. */
    ProcessorProcess processor(String name) {
        try {
            Map<String, String> own = new TreeMap<>(settings);
            own.put(Settings.STATE_DIR, state(name).toString());
            ProcessorProcess process = new ProcessorProcess(name, Files.createDirectories(folder.resolve(name)), own);
            processors.add(process);
            return process;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        processors.forEach(ProcessorProcess::close);
        stack.close();
    }
}
