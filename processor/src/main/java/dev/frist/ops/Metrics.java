package dev.frist.ops;

import io.micrometer.core.instrument.Gauge;
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
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** Every metric of the process, in the form that Prometheus scrapes. */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private @Nullable KafkaStreamsMetrics kafka;

    /** Begins with the metrics of the virtual machine. */
    public Metrics() {
        List.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(metrics -> metrics.bindTo(registry));
        collector.bindTo(registry);
    }

    /** Adds the metrics of an instance of Kafka Streams and of its clients. */
    public void add(KafkaStreams streams) {
        kafka = new KafkaStreamsMetrics(streams);
        kafka.bindTo(registry);
        // Kafka's own metric of its state is a text, which the binder leaves out.
        for (KafkaStreams.State state : KafkaStreams.State.values()) {
            Gauge.builder("frist.streams.state", streams, at -> at.state() == state ? 1 : 0)
                    .description("1 for the state that Kafka Streams is in, 0 for all others")
                    .tag("state", state.name())
                    .strongReference(true)
                    .register(registry);
        }
    }

    /** Where further metrics are registered. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Everything, as Prometheus reads it. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        if (kafka != null) {
            kafka.close();
        }
        collector.close();
        registry.close();
    }
}
