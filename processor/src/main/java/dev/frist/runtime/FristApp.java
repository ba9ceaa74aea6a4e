package dev.frist.runtime;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.ops.health.Health;
import dev.frist.ops.management.ManagementPages;
import dev.frist.ops.management.ManagementServer;
import dev.frist.ops.management.StatusReport;
import dev.frist.ops.metrics.Metrics;
import dev.frist.ops.metrics.StoreMeters;
import dev.frist.setup.Patient;
import dev.frist.setup.Preflight;
import dev.frist.setup.StartupException;
import dev.frist.topology.GroupBoundClients;
import dev.frist.topology.TopologyParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processor, from the checks before its start to its end. For {@code frist run}, and for programs that run it within
 * themselves.
 */
public final class FristApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FristApp.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final FristConfig config;
    private final int partitions;
    private final KafkaStreams streams;
    private final ProcessorParts parts;
    private final ThreadFailures failures;
    private final Metrics metrics;
    private final ManagementServer management;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean gaveUp = new AtomicBoolean();
    private final ClockWatch clockWatch;
    private final AtomicBoolean closing;
    private volatile boolean stateIsUnreadable;
    private boolean closedInTime = true;

    private FristApp(
            FristConfig config,
            int partitions,
            ProcessorParts parts,
            KafkaStreams streams,
            Metrics metrics,
            ManagementServer management,
            AtomicBoolean closing) {
        this.config = config;
        this.partitions = partitions;
        this.parts = parts;
        this.streams = streams;
        this.metrics = metrics;
        this.management = management;
        this.closing = closing;
        this.failures = new ThreadFailures(config.number(Settings.THREAD_RESTARTS), FIRST_PAUSE, System::nanoTime);
        this.clockWatch = new ClockWatch(parts.completeness().clock(), this::giveUp);
        streams.setUncaughtExceptionHandler(failure -> {
            metrics.threadDied();
            stateIsUnreadable |= LocalState.isUnreadable(failure);
            return failures.handle(failure);
        });
        streams.setStateListener(this::changed);
        streams.setGlobalStateRestoreListener(metrics.restore());
        Health health =
                new Health(streams, metrics.signs(), metrics.restore(), parts.completeness(), stuckAfter(config));
        StoreMeters stores = metrics.add(streams, health, config.stateDir());
        metrics.add(parts.completeness());
        ManagementPages.serve(
                management,
                health,
                metrics,
                new StatusReport(config.applicationId(), streams, metrics, stores, health, parts.completeness()),
                parts.topology().describe());
    }

    /**
     * Checks everything that is needed, and starts.
     *
     * @throws StartupException with one line that says what is missing or wrong; nothing runs then
     */
    public static FristApp start(FristConfig config) {
        FristApp app = prepare(config);
        app.start();
        return app;
    }

    /**
     * Checks everything that is needed, and opens the management endpoint. {@link #start()} does the rest, and
     * {@link #close()} ends either.
     *
     * @throws StartupException with one line that says what is missing or wrong; nothing runs then
     */
    public static FristApp prepare(FristConfig config) {
        return prepare(config, parts -> parts);
    }

    /**
     * Prepares a processor of which parts are others than the settings want. For experiments: one that breaks a promise on
     * purpose shows that the breach is found.
     *
     * @throws StartupException as {@link #prepare(FristConfig)}
     */
    public static FristApp prepare(FristConfig config, UnaryOperator<TopologyParts> change) {
        int partitions = Preflight.check(config);
        prepareStateDir(config.stateDir());
        AtomicBoolean closing = new AtomicBoolean();
        ManagementServer management = ManagementServer.start(
                config.text(Settings.MANAGEMENT_HOST),
                config.number(Settings.MANAGEMENT_PORT),
                config.secret(Settings.MANAGEMENT_TOKEN));
        List<AutoCloseable> opened = new ArrayList<>(List.of(management));
        try {
            Properties settings = config.streams();
            Metrics metrics = new Metrics(config.topicPrefix(), config.list(Settings.METRICS_CHANNELS));
            opened.add(metrics);
            ProcessorParts parts =
                    ProcessorParts.of(config, settings, partitions, metrics.telemetry(), closing::get, change);
            opened.add(parts);
            KafkaStreams streams = new KafkaStreams(parts.topology(), settings, new GroupBoundClients());
            opened.add(streams);
            return new FristApp(config, partitions, parts, streams, metrics, management, closing);
        } catch (KafkaException unusable) {
            closeAll(opened);
            throw unusable(unusable);
        } catch (RuntimeException failed) {
            closeAll(opened);
            throw failed;
        }
    }

    /**
     * Starts. When it returns, policies have been read and the group is being joined; {@link #awaitRunning} waits for the
     * rest.
     *
     * @throws StartupException where it can't; nothing runs then
     */
    public void start() {
        try {
            streams.start();
            clockWatch.start();
        } catch (KafkaException | IllegalStateException failed) {
            if (closing.get()) {
                return;
            }
            stateIsUnreadable = LocalState.isUnreadable(failed);
            close();
            throw stateIsUnreadable
                    ? new StartupException(
                            "the local copy of the state could not be read and was thrown away: start again, and it is"
                                    + " restored (state.dir " + config.stateDir() + ")",
                            failed)
                    : unusable(failed);
        }
    }

    private static StartupException unusable(RuntimeException cause) {
        return new StartupException("the processor can't start: " + Patient.reason(cause), cause);
    }

    /** The partition count of the event topics and outputs. */
    public int partitions() {
        return partitions;
    }

    /** Where health and metrics answer, such as {@code http://127.0.0.1:8090}. */
    public String managementUrl() {
        return management.url();
    }

    /** Whether it reads, decides and publishes. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /**
     * Waits until it runs for the first time: policies read, state restored, partitions assigned.
     *
     * @return whether it does within that time
     */
    public boolean awaitRunning(Duration limit) {
        return await(running, limit);
    }

    /**
     * Waits until it ends, by {@link #close()} or because it gave up.
     *
     * @return whether it ended well
     */
    public boolean awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !gaveUp.get() && streams.state() != KafkaStreams.State.ERROR;
    }

    /** Stops within {@code close.timeout}: commits what was processed, and leaves the group unless it is a static member. */
    @Override
    public void close() {
        stop();
    }

    /**
     * Stops, as {@link #close()} does.
     *
     * @return whether everything ended in time
     */
    public synchronized boolean stop() {
        if (closing.getAndSet(true)) {
            return closedInTime;
        }
        clockWatch.close();
        failures.close();
        metrics.stopLooking();
        // A static member comes back under its name; nobody should take its partitions over for a restart.
        boolean comesBack = config.streams().keySet().stream()
                .anyMatch(name -> name.toString().endsWith(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        closedInTime = streams.close(CloseOptions.timeout(config.duration(Settings.CLOSE_TIMEOUT))
                .withGroupMembershipOperation(
                        comesBack ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP));
        if (stateIsUnreadable) {
            LocalState.throwAway(streams);
        }
        closeAll(List.of(management, metrics, parts));
        ended.countDown();
        return closedInTime;
    }

    private void giveUp() {
        gaveUp.set(true);
        ended.countDown();
    }

    private void changed(KafkaStreams.State now, KafkaStreams.State before) {
        LOG.info("state {} (was {})", now, before);
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (now == KafkaStreams.State.ERROR) {
            ended.countDown();
        }
    }

    /** As long as the group waits for a thread. */
    private static Duration stuckAfter(FristConfig config) {
        return Duration.ofMillis(Long.parseLong(String.valueOf(new StreamsConfig(config.streams())
                .getMainConsumerConfigs("any", "any", 0)
                .getOrDefault(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, "300000"))));
    }

    private static boolean await(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void prepareStateDir(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException denied) {
            throw new StartupException(
                    "can't make the folder " + folder + " (state.dir): " + Patient.reason(denied), denied);
        }
        if (!Files.isWritable(folder)) {
            throw new StartupException("can't write to the folder " + folder + " (state.dir)");
        }
    }

    /** The last opened first. */
    private static void closeAll(List<AutoCloseable> opened) {
        for (int i = opened.size() - 1; i >= 0; i--) {
            try {
                opened.get(i).close();
            } catch (Exception failed) {
                LOG.warn("something did not close", failed);
            }
        }
    }
}
