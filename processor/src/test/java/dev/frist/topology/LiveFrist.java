package dev.frist.topology;

import dev.frist.contract.ContractRegistry;
import dev.frist.stack.LocalStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.awaitility.Awaitility;

/** One instance of the processor on a real broker. */
final class LiveFrist implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AtomicBoolean stopping = new AtomicBoolean();
    final AtomicInteger unanswered = new AtomicInteger();
    final AtomicInteger deadThreads = new AtomicInteger();
    private final ContractRegistry registry;
    private final Admin admin;
    private final InputCompleteness completeness;
    private final KafkaStreams streams;

    LiveFrist(LocalStack stack, LiveTopics topics, String name) {
        this(stack, topics, name, Simulation.engine());
    }

    LiveFrist(LocalStack stack, LiveTopics topics, String name, CaseEngine engine) {
        this(stack, topics, name, engine, AgreedClock.system(Duration.ofSeconds(1)), Map.of());
    }

    LiveFrist(
            LocalStack stack,
            LiveTopics topics,
            String name,
            CaseEngine engine,
            AgreedClock clock,
            Map<String, String> more) {
        String application = topics.names().prefix() + "frist";
        registry = ContractRegistry.connect(Map.of("schema.registry.url", stack.registryUrl()));
        admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
        completeness = new InputCompleteness(
                admin,
                () -> {
                    Map<String, Object> reader = new HashMap<>(InputCompleteness.readerSettings());
                    reader.put("bootstrap.servers", stack.bootstrapServers());
                    return new KafkaConsumer<>(reader);
                },
                application,
                topics.names().events(),
                LiveTopics.PARTITIONS,
                clock,
                Duration.ofMillis(200));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of("target", "state", topics.names().prefix() + name)
                        .toAbsolutePath()
                        .toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "1");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        settings.put(StreamsConfig.producerPrefix("max.request.size"), SizeLimits.DEFAULT.record());
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), "10000");
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), "1000");
        settings.putAll(more);
        Telemetry telemetry = new Telemetry() {
            @Override
            public void registryUnavailable() {
                unanswered.incrementAndGet();
            }
        };
        TopologyParts parts = TopologyParts.of(engine, registry, completeness)
                .withTopics(topics.names())
                .withClock(clock)
                .withTelemetry(telemetry)
                .withStopping(stopping::get);
        streams = new KafkaStreams(FristTopology.build(settings, parts), settings, new GroupBoundClients());
        streams.setUncaughtExceptionHandler(failure -> {
            deadThreads.incrementAndGet();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    /** {@link KafkaStreams#start()} returns only when the policies were read, for which the registry is needed. */
    LiveFrist startWithoutWaiting() {
        completeness.start();
        Thread starter = new Thread(streams::start, "starter");
        starter.setDaemon(true);
        starter.start();
        return this;
    }

    LiveFrist start() {
        completeness.start();
        streams.start();
        Awaitility.await().atMost(LIMIT).until(() -> streams.state() == KafkaStreams.State.RUNNING);
        return this;
    }

    KafkaStreams streams() {
        return streams;
    }

    InputCompleteness completeness() {
        return completeness;
    }

    @Override
    public void close() {
        stopping.set(true);
        streams.close(Duration.ofSeconds(20));
        completeness.close();
        admin.close(Duration.ofSeconds(5));
        registry.close();
    }
}
