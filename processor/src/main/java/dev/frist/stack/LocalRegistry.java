package dev.frist.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Apicurio schema registry in a process of its own, spoken to through the Confluent API. Its schemas outlive the
 * process, so it can be stopped and started again at the same address.
 */
public final class LocalRegistry implements AutoCloseable {

    /** The rule for every subject: each version can be read by, and can read, every other. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackHome home;
    private final Path folder;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(REQUEST_LIMIT).build();
    private @Nullable ChildJvm process;

    private LocalRegistry(StackHome home, Path folder, int port) {
        this.home = home;
        this.folder = folder;
        this.port = port;
    }

    /** Lays down a registry in {@code folder} on a free port; {@link #start()} runs it. */
    static LocalRegistry prepare(StackHome home, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot create " + folder, unwritable);
        }
        return new LocalRegistry(home, folder, FreePorts.find(1).get(0));
    }

    /** What clients take as {@code schema.registry.url}. */
    public String url() {
        return "http://" + LocalStack.HOST + ":" + port + "/apis/ccompat/v7";
    }

    /** Whether its process is there. */
    public boolean isRunning() {
        ChildJvm running = process;
        return running != null && running.isAlive();
    }

    /** Starts the process and returns at once; does nothing if it runs. */
    public void start() {
        if (isRunning()) {
            return;
        }
        List<String> options = new java.util.ArrayList<>(JVM_OPTIONS);
        options.add("-Dquarkus.http.host=" + LocalStack.HOST);
        options.add("-Dquarkus.http.port=" + port);
        options.add("-Dquarkus.http.access-log.enabled=false");
        // Without a delay what was answered is on disk, and a kill loses nothing.
        options.add("-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("schemas") + ";WRITE_DELAY=0");
        options.add("-Dapicurio.datasource.jdbc.initial-size=2");
        options.add("-Dapicurio.datasource.jdbc.min-size=2");
        process = ChildJvm.start("registry", folder, options, home.registryJar().toString(), MAIN_CLASS, List.of());
    }

    /**
     * Waits until it answers, and sees to it that the compatibility rule holds: with none set it would accept a
     * breaking change.
     *
     * @throws StackException if its process has ended, it does not answer within {@code limit}, or does not take the
     *     rule
     */
    public void await(Duration limit) {
        Patience.await("the schema registry", limit, () -> {
            ChildJvm running = process;
            if (running != null && !running.isAlive()) {
                throw new StackException("the schema registry has ended" + running.lastWords());
            }
            return answers();
        });
        HttpRequest rule = request("/config")
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"" + COMPATIBILITY + "\"}"))
                .build();
        try {
            send(rule);
            JsonNode held =
                    JSON.readTree(send(request("/config").GET().build()).body()).path("compatibilityLevel");
            if (!COMPATIBILITY.equals(held.asText())) {
                throw new StackException("the schema registry keeps to " + held + " instead of " + COMPATIBILITY);
            }
        } catch (IOException failed) {
            throw new StackException("the schema registry does not take its compatibility rule", failed);
        }
    }

    /** Ends the process. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    /** Ends the process without warning. */
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    private boolean answers() {
        try {
            return send(request("/subjects").GET().build()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(REQUEST_LIMIT);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for the schema registry", interrupted);
        }
    }
}
