package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
final class RunIT {

    private static final Path PROGRAM =
            Path.of("target", "frist", "bin", "frist").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private List<String> arguments(LocalStack stack, String prefix, String... more) {
        List<String> arguments = new ArrayList<>();
        List<String> settings = new ArrayList<>(List.of(
                "bootstrap.servers=" + stack.bootstrapServers(),
                "schema.registry.url=" + stack.registryUrl(),
                "topic.prefix=" + prefix,
                "application.id=" + prefix + "frist",
                "topics.partitions=2",
                "topics.replication.factor=1",
                "management.port=0",
                "num.standby.replicas=0",
                "startup.timeout=PT10S",
                "state.dir=" + folder.resolve("state")));
        settings.addAll(List.of(more));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    private CommandRun run(LocalStack stack, String prefix, String... more) {
        List<String> arguments = arguments(stack, prefix, more);
        arguments.add(0, "run");
        return frist(arguments.toArray(String[]::new));
    }

    private void createTopics(LocalStack stack, String prefix) {
        List<String> arguments = arguments(stack, prefix);
        arguments.addAll(0, List.of("topics", "create"));
        assertThat(frist(arguments.toArray(String[]::new)).status()).isZero();
    }

    private static void assertOneLine(CommandRun run, String line) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("frist: " + line);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsMissingOrDiffersIsOneLine(LocalStack stack) throws Exception {
        String prefix = "preflight.";
        assertOneLine(
                run(stack, prefix, "schema.registry.url=http://127.0.0.1:1", "startup.timeout=PT2S"),
                "the schema registry does not answer at http://127.0.0.1:1 within PT2S (schema.registry.url,"
                        + " startup.timeout): Connection refused");
        assertOneLine(
                run(stack, prefix),
                "missing topics: preflight.orders, preflight.returns, preflight.invoice-corrections,"
                        + " preflight.window-policies, preflight.disputes, preflight.resolutions, preflight.notices,"
                        + " preflight.dead-letters; run `frist topics create`, or see `frist topics check`");

        createTopics(stack, prefix);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertOneLine(
                    run(stack, prefix, "management.port=" + taken.getLocalPort()),
                    "can't listen on 127.0.0.1:" + taken.getLocalPort()
                            + " (management.host, management.port): Address already in use");
        }
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run(stack, prefix, "state.dir=" + file.resolve("state")).err())
                .startsWith("frist: can't make the folder " + file.resolve("state") + " (state.dir): ");

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
                var registry = new CachedSchemaRegistryClient(stack.registryUrl(), 10)) {
            registry.deleteSubject("preflight.notices-value");
            assertOneLine(
                    run(stack, prefix),
                    "schemas that are not registered: preflight.notices-value; run `frist topics create`, or see"
                            + " `frist topics check`");
            cleanup(admin, "preflight.orders", "compact");
            assertThat(run(stack, prefix).err())
                    .contains("topic preflight.orders has cleanup.policy compact, but must");
            cleanup(admin, "preflight.window-policies", "delete");
            assertThat(run(stack, prefix).err())
                    .contains("topic preflight.orders has cleanup.policy compact, but must have delete");
            admin.createPartitions(Map.of("preflight.returns", NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            assertOneLine(
                    run(stack, prefix),
                    "partition counts differ, but must be equal: preflight.dead-letters 2, preflight.disputes 2,"
                            + " preflight.invoice-corrections 2, preflight.notices 2, preflight.orders 2,"
                            + " preflight.resolutions 2, preflight.returns 3");
        }
    }

    private static void cleanup(Admin admin, String topic, String policy) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    @Test
    void theProgramSaysWhereItIsAndStopsCleanlyOnASignal(LocalStack stack) throws Exception {
        createTopics(stack, "child.");
        List<String> command = arguments(stack, "child.");
        command.addAll(0, List.of(PROGRAM.toString(), "run"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FRIST_LOG_FORMAT", "json");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process child =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            await().atMost(PATIENCE).until(() -> Files.readString(out).contains("metrics "));
            String introduction = Files.readString(out);
            assertThat(introduction)
                    .startsWith("frist ")
                    .contains(
                            "reads     child.orders, child.returns, child.invoice-corrections, child.window-policies"
                                    + " (2 partitions)",
                            "writes    child.disputes, child.resolutions, child.notices, child.dead-letters",
                            "brokers   " + stack.bootstrapServers());
            String url = introduction.replaceAll("(?s).*metrics +(\\S+)/metrics.*", "$1");
            await().atMost(PATIENCE).until(() -> get(url + "/health/ready").statusCode() == 200);
            assertThat(get(url + "/health/live").body())
                    .isEqualTo("{\"status\":\"UP\",\"detail\":\"state RUNNING\"}\n");
            assertThat(get(url + "/metrics").body())
                    .contains("frist_streams_state{state=\"RUNNING\"} 1.0", "jvm_memory_used_bytes", "kafka_");

            child.destroy();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
            assertThat(Files.readAllLines(out)).last().isEqualTo("stopped");
            assertThat(Files.readAllLines(err)).isNotEmpty().allSatisfy(line -> new ObjectMapper().readTree(line));
        } finally {
            child.destroyForcibly();
        }
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
