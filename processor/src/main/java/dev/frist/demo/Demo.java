package dev.frist.demo;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.demo.Tally.Standing;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.runtime.FristApp;
import dev.frist.setup.BrokerConnection;
import dev.frist.setup.PlannedTopic;
import dev.frist.setup.PolicyTopic;
import dev.frist.setup.RegistryConnection;
import dev.frist.setup.SchemaSetup;
import dev.frist.setup.TopicPlan;
import dev.frist.setup.TopicSetup;
import dev.frist.stack.LocalStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A broker, a registry, the processor and the systems of a checkout, for as long as a demo takes. What runs ends with
 * this object, and with this process.
 */
public final class Demo implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PROCESSOR_LIMIT = Duration.ofSeconds(60);
    /** How long before it takes effect the second policy is written; longer than the lead that the demo sets. */
    private static final long POLICY_AHEAD_MILLIS = 4_000;

    private static final long FIRST_POLICY_AGE_MILLIS = 60_000;
    private static final long AFTER_THE_LAST_DEADLINE_MILLIS = 2_500;
    private static final long PATIENCE_MILLIS = 20_000;

    private final DemoPlan plan;
    private final Screen screen;
    private final LocalStack stack;
    private final FristConfig config;
    private final FristApp processor;
    private volatile boolean ending;

    private Demo(DemoPlan plan, Screen screen, LocalStack stack, FristConfig config, FristApp processor) {
        this.plan = plan;
        this.screen = screen;
        this.stack = stack;
        this.config = config;
        this.processor = processor;
    }

    /**
     * Starts a broker, a registry and the processor, makes the topics and applies the first policy.
     *
     * @param options where data and logs go
     * @throws dev.frist.stack.StackException if broker or registry cannot be found or started
     * @throws dev.frist.setup.StartupException if the processor cannot be started
     */
    public static Demo start(DemoPlan plan, StackOptions options, Screen screen) {
        screen.progress("Starting Kafka and a schema registry ...", 0);
        LocalStack stack = LocalStack.start(StackHome.find(), options);
        try {
            FristConfig config = config(stack, options.folder());
            screen.progress("Making topics, registering schemas, applying the first policy ...", 0);
            makeTopics(config);
            DemoPolicies policies = new DemoPolicies(plan);
            apply(config, policies.first(System.currentTimeMillis() - FIRST_POLICY_AGE_MILLIS));
            screen.progress("Starting the processor ...", 0);
            FristApp processor = FristApp.start(config);
            stack.closeFirst(processor);
            if (!processor.awaitRunning(PROCESSOR_LIMIT)) {
                throw new DemoException("the processor did not run within " + PROCESSOR_LIMIT.toSeconds() + " s", null);
            }
            Demo demo = new Demo(plan, screen, stack, config, processor);
            stack.closeFirst(demo::sayGoodbye);
            return demo;
        } catch (RuntimeException failed) {
            stack.close();
            throw failed;
        }
    }

    /** Lets the traffic happen, shows what is decided, and sums up. */
    public DemoSummary play() {
        Traffic traffic = Traffic.draw(plan);
        Tally tally = new Tally();
        try (DecisionFeed feed = new DecisionFeed(config);
                TrafficSender sender = new TrafficSender(config)) {
            long start = System.currentTimeMillis();
            sender.start(traffic.events(), start);
            show(traffic, feed, sender, tally, start);
        }
        screen.endProgress();
        return DemoSummary.of(plan, traffic.events(), tally);
    }

    /** Where to reach what runs, by name. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("Kafka", stack.bootstrapServers());
        addresses.put("schema registry", stack.registryUrl());
        addresses.put("health", processor.managementUrl() + "/health/ready");
        addresses.put("metrics", processor.managementUrl() + "/metrics");
        return addresses;
    }

    /** Ends everything. */
    @Override
    public void close() {
        stack.close();
    }

    private void show(Traffic traffic, DecisionFeed feed, TrafficSender sender, Tally tally, long start) {
        long length = Math.max(traffic.end(), traffic.lastDeadline()) + plan.grace() + AFTER_THE_LAST_DEADLINE_MILLIS;
        DecisionTable table = new DecisionTable(screen.paint(), start);
        ProgressLine progress = new ProgressLine(plan, length);
        screen.line(table.header());
        CompletableFuture<Void> shortening = CompletableFuture.completedFuture(null);
        boolean shortened = false;
        long elapsed = 0;
        while (!ending
                && (elapsed < length || (tally.count(Standing.OPEN) > 0 && elapsed < length + PATIENCE_MILLIS))) {
            for (Decision decision : feed.poll(POLL, tally)) {
                String row = table.row(decision);
                if (row != null) {
                    screen.line(row);
                }
            }
            elapsed = System.currentTimeMillis() - start;
            if (!shortened && elapsed >= plan.shortenAt() - POLICY_AHEAD_MILLIS) {
                shortened = true;
                sender.sendGarbage();
                WindowPolicy policy = new DemoPolicies(plan).shortened(start + plan.shortenAt());
                shortening = CompletableFuture.runAsync(() -> apply(config, policy));
                screen.line(table.note(policy));
            }
            screen.progress(progress.at(elapsed, tally), elapsed);
            sender.requireSuccess();
            require(shortening);
        }
    }

    private void sayGoodbye() {
        ending = true;
        screen.close("Stopping the processor, the schema registry and Kafka.");
    }

    private static void require(CompletableFuture<Void> shortening) {
        if (shortening.isCompletedExceptionally()) {
            try {
                shortening.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
    }

    private static void makeTopics(FristConfig config) {
        List<PlannedTopic> topics = TopicPlan.of(config);
        try (BrokerConnection brokers = BrokerConnection.open(config);
                RegistryConnection registry = RegistryConnection.open(config)) {
            new TopicSetup(brokers).create(topics);
            new SchemaSetup(registry).create(topics);
        }
    }

    private static void apply(FristConfig config, WindowPolicy policy) {
        PolicyTopic topic = new PolicyTopic(config);
        long offset = topic.write(List.of(policy)).get(0);
        PolicyTopic.@Nullable Version version = topic.read().at(offset);
        if (version != null && !version.isAccepted()) {
            throw new DemoException(policy.ref() + " was rejected: " + version.objection(), null);
        }
    }

    private static FristConfig config(LocalStack stack, Path folder) {
        return FristConfig.of(Map.ofEntries(
                Map.entry(Settings.BOOTSTRAP_SERVERS, stack.bootstrapServers()),
                Map.entry(Settings.SCHEMA_REGISTRY_URL, stack.registryUrl()),
                Map.entry(Settings.STATE_DIR, folder.resolve("state").toString()),
                Map.entry(Settings.TOPICS_PARTITIONS, "3"),
                Map.entry(Settings.MANAGEMENT_HOST, LocalStack.HOST),
                Map.entry(Settings.MANAGEMENT_PORT, "0"),
                Map.entry(Settings.POLICY_LEAD, "PT2S"),
                Map.entry(Settings.SWEEP_INTERVAL, "PT0.2S"),
                Map.entry(Settings.COMPLETENESS_INTERVAL, "PT0.5S"),
                // One instance has nobody to keep a standby for.
                Map.entry("num.standby.replicas", "0")));
    }
}
