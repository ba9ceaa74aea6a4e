package dev.frist.ops.metrics;

import dev.frist.ops.BuildInfo;
import dev.frist.ops.health.Health;
import dev.frist.ops.health.RestoreProgress;
import dev.frist.ops.health.SignsOfLife;
import dev.frist.topology.InputCompleteness;
import dev.frist.topology.Telemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every metric of the process, in the form that Prometheus scrapes. */
public final class Metrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final int SECONDS_BETWEEN_LOOKS = 10;
    private static final int SECONDS_BETWEEN_COUNTS = 60;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private final InstantSource clock = InstantSource.system();
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final SignsOfLife signs = new SignsOfLife(System::nanoTime);
    private final RestoreProgress restore = new RestoreProgress();
    private final TaskMeters tasks = new TaskMeters(meters, clock);
    private final PolicyMeters policies = new PolicyMeters(meters, clock);
    private final Telemetry telemetry;
    private final Counter threadFailures = meters.counter(FristMeter.THREAD_FAILURES);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "frist-figures");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> looks = new ArrayList<>();
    private @Nullable KafkaStreamsMetrics kafka;

    /**
     * Begins with the metrics of the virtual machine and of what the topology will say.
     *
     * @param channels that have series of their own; empty for the first that are met
     */
    public Metrics(String topicPrefix, Collection<String> channels) {
        List.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(metrics -> metrics.bindTo(registry));
        collector.bindTo(registry);
        telemetry = new MeteredTelemetry(meters, topicPrefix, channels, tasks, policies, signs);
        meters.gauge(FristMeter.RESTORING, () -> restore.restoring().size());
        meters.gauge(FristMeter.RESTORE_REMAINING, restore::remaining);
        meters.counter(FristMeter.RESTORED, restore::restored);
        BuildInfo build = BuildInfo.get();
        meters.gauge(FristMeter.BUILD, () -> 1, build.version(), build.commit());
    }

    /** Adds the metrics of an instance of Kafka Streams and of its clients, and looks into its stores now and then. */
    public StoreMeters add(KafkaStreams streams, Health health, Path stateFolder) {
        kafka = new KafkaStreamsMetrics(streams);
        kafka.bindTo(registry);
        // Kafka's own metric of its state is a text, which the binder leaves out.
        for (KafkaStreams.State state : KafkaStreams.State.values()) {
            meters.gauge(FristMeter.STREAMS_STATE, () -> streams.state() == state ? 1 : 0, state.name());
        }
        meters.gauge(FristMeter.THREADS, () -> alive(streams));
        meters.gauge(
                FristMeter.PROGRESS_AGE,
                () -> health.silence()
                        .map(silence -> (double) silence.time().toSeconds())
                        .orElse(0.0));
        StoreMeters stores = new StoreMeters(meters, streams, tasks, stateFolder, clock);
        every(SECONDS_BETWEEN_LOOKS, policies::look);
        every(SECONDS_BETWEEN_LOOKS, stores::look);
        every(SECONDS_BETWEEN_COUNTS, stores::count);
        VitalFigures vital = new VitalFigures(registry);
        every(SECONDS_BETWEEN_COUNTS, vital::log);
        return stores;
    }

    /** Adds how far the input is processed. */
    public void add(InputCompleteness completeness) {
        InputMeters.register(meters, completeness);
    }

    private static double alive(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .filter(thread -> !thread.threadState().equals("DEAD"))
                .count();
    }

    private void every(int seconds, Runnable task) {
        looks.add(timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException failed) {
                        LOG.debug("A figure could not be looked up", failed);
                    }
                },
                1,
                seconds,
                TimeUnit.SECONDS));
    }

    /** Whom the topology tells. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Whom Kafka Streams tells of what it restores. */
    public RestoreProgress restore() {
        return restore;
    }

    /** When the threads last gave a sign of life. */
    public SignsOfLife signs() {
        return signs;
    }

    /** The tasks of this instance. */
    public TaskMeters tasks() {
        return tasks;
    }

    /** The policies that were read. */
    public PolicyMeters policies() {
        return policies;
    }

    /** A stream thread died. */
    public void threadDied() {
        threadFailures.increment();
    }

    /** Where further metrics are registered. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Everything, as Prometheus reads it. */
    public String scrape() {
        return registry.scrape();
    }

    /** Looks into no store any longer: they are about to be closed. */
    public void stopLooking() {
        looks.forEach(look -> look.cancel(true));
        timer.shutdownNow();
    }

    @Override
    public void close() {
        stopLooking();
        if (kafka != null) {
            kafka.close();
        }
        collector.close();
        registry.close();
    }
}
