package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.config.FristConfig;
import dev.frist.ops.metrics.Scrape;
import dev.frist.runtime.FristApp;
import dev.frist.stack.LocalStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** The whole program on a real broker, with its management endpoint. */
final class LiveApp implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String TOKEN = "not-for-everybody";

    private final HttpClient http = HttpClient.newHttpClient();
    private final FristApp app;

    private LiveApp(FristApp app) {
        this.app = app;
    }

    /** Starts an instance; those of the same topics are one group. */
    static LiveApp start(LocalStack stack, LiveTopics topics, String name) throws Exception {
        compactPolicies(stack, topics);
        LiveApp live = new LiveApp(FristApp.start(FristConfig.of(Map.ofEntries(
                Map.entry("bootstrap.servers", stack.bootstrapServers()),
                Map.entry("schema.registry.url", stack.registryUrl()),
                Map.entry("topic.prefix", topics.names().prefix()),
                Map.entry("application.id", topics.names().prefix() + "frist"),
                Map.entry("state.dir", stateDir(topics, name).toString()),
                Map.entry("management.port", "0"),
                Map.entry("management.token", TOKEN),
                Map.entry("completeness.interval", "PT0.2S"),
                Map.entry("consumer.session.timeout.ms", "10000"),
                Map.entry("consumer.heartbeat.interval.ms", "1000"),
                Map.entry("num.standby.replicas", "0"),
                Map.entry("replication.factor", "1")))));
        assertThat(live.app.awaitRunning(LIMIT)).isTrue();
        return live;
    }

    static Path stateDir(LiveTopics topics, String name) {
        return Path.of("target", "state", topics.names().prefix() + name).toAbsolutePath();
    }

    private static void compactPolicies(LocalStack stack, LiveTopics topics) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(
                                    ConfigResource.Type.TOPIC, topics.names().windowPolicies()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "compact"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    HttpResponse<String> get(String path, boolean withToken) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.managementUrl() + path));
        if (withToken) {
            request.header("Authorization", "Bearer " + TOKEN);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Scrape scrape() throws Exception {
        return Scrape.of(get("/metrics", true).body());
    }

    @Override
    public void close() {
        app.close();
    }
}
