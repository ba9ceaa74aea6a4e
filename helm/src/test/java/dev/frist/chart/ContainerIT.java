package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frist.stack.LocalStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the chart renders, in what the Dockerfile describes, on a real broker and registry: the Jobs, then the processor until
 * it is ready, and its end. All of it as a user who may write to two folders only.
 */
class ContainerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path POLICY =
            Path.of("..", "processor", "src", "main", "dist", "conf", "policies", "se-default.yaml");

    @TempDir
    Path folder;

    private int port;

    @BeforeEach
    void open() throws IOException {
        // Another user must get there.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    private static LocalStack startStack() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stack-")
                .toAbsolutePath();
        return LocalStack.start(StackHome.find(), StackOptions.single(data).asTemporary());
    }

    /** A release whose clients compress in this way, with a policy for a market. */
    private Rendered release(String brokers, String registry, String compression, String market) throws IOException {
        ObjectNode values = (ObjectNode) Rendered.YAML.readTree("""
                image: {repository: unused}
                topics: {partitions: 2, replicationFactor: 1}
                standbyReplicas: 0
                management: {host: 127.0.0.1, port: %d}
                kafka: {bootstrapServers: "%s"}
                registry: {url: "%s"}
                config: {compression.type: %s, main.consumer.session.timeout.ms: 6000}
                """.formatted(port, brokers, registry, compression));
        values.withObject("/policies/files")
                .put(
                        compression + ".yaml",
                        Files.readString(POLICY)
                                .replace("policyId: se-default", "policyId: " + compression)
                                .replace("market: SE", "market: " + market));
        Path file = folder.resolve(compression + ".yaml");
        Rendered.YAML.writeValue(file.toFile(), values);
        return Rendered.of(compression, file);
    }

    private void runJob(Rendered rendered, String suffix, String says) throws Exception {
        Container job = Container.layDown(
                rendered,
                Pod.of(rendered.find("Job", suffix)),
                folder.resolve(rendered.name() + suffix),
                folder.resolve("image"));
        Path out = folder.resolve(rendered.name() + suffix + ".out");
        int status = Container.await(job.start(out, out));
        assertThat(Files.readString(out)).contains(says);
        assertThat(status).isZero();
        assertThat(job.strayFiles()).isEmpty();
    }

    @Test
    void theJobsSucceedTheProcessorGetsReadyAndStopsCleanlyAndNothingIsWrittenElsewhere() throws Exception {
        try (LocalStack stack = startStack()) {
            String brokers = stack.bootstrapServers();
            Rendered first = release(brokers, stack.registryUrl(), "zstd", "SE");
            runJob(first, "-topics", "8 topics and 7 schemas are as planned");
            runJob(first, "-policies", "zstd@1 written");
            // Each way of compressing has a native library of its own to unpack, here by who writes and who reads.
            runJob(release(brokers, stack.registryUrl(), "snappy", "DK"), "-policies", "snappy@1 written");
            runJob(release(brokers, stack.registryUrl(), "lz4", "FI"), "-policies", "lz4@1 written");
            runUntilStopped(first);
        }
    }

    /** From its start to its end, and what it left behind. */
    private void runUntilStopped(Rendered rendered) throws Exception {
        Container processor =
                Container.layDown(rendered, rendered.processor(), folder.resolve("processor"), folder.resolve("image"));
        Path out = folder.resolve("processor.out");
        Path err = folder.resolve("processor.err");
        Path health = folder.resolve("health.out");
        assertThat(processor.checkHealth(health)).isEqualTo(1);
        Process process = processor.start(out, err);
        try {
            await().atMost(PATIENCE).until(() -> !process.isAlive() || ready());
            assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
            assertThat(processor.checkHealth(health))
                    .as(Files.readString(health))
                    .isZero();
            process.destroy();
            assertThat(Container.await(process)).isZero();
        } finally {
            process.destroyForcibly();
        }

        assertThat(Files.readAllLines(out)).last().isEqualTo("stopped");
        assertThat(Files.readAllLines(err)).isNotEmpty().allSatisfy(line -> new ObjectMapper().readTree(line));
        assertThat(processor.strayFiles()).isEmpty();
        assertThat(names(processor.path("/tmp"))).anyMatch(name -> name.contains("rocksdb"));
        assertThat(names(processor.path("/var/lib/frist"))).contains("frist");
    }

    /** Or else the test above would show nothing. */
    @Test
    void whatIsNotAVolumeCantBeWrittenTo() throws Exception {
        Rendered rendered = release("unused:1", "http://unused", "none", "SE");
        Container container =
                Container.layDown(rendered, rendered.processor(), folder.resolve("closed"), folder.resolve("image"));
        Path out = folder.resolve("touch.out");
        Path settings = container.path("/etc/frist/frist.properties");
        assertThat(container.run(
                        List.of("touch", container.path("/tmp").resolve("yes").toString()), out))
                .isZero();
        for (String closed : List.of("/opt/frist/no", "/opt/frist/lib/no")) {
            assertThat(container.run(List.of("touch", container.path(closed).toString()), out))
                    .as(closed)
                    .isNotZero();
        }
        if (Container.isReadOnly()) {
            assertThat(container.run(List.of("touch", folder.resolve("no").toString()), out))
                    .isNotZero();
            assertThat(Files.readString(out)).contains("Read-only file system");
            assertThat(container.run(List.of("touch", settings.toString()), out))
                    .isNotZero();
        }
    }

    private boolean ready() {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
