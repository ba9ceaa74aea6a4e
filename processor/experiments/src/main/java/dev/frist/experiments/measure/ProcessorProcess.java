package dev.frist.experiments.measure;

import dev.frist.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code frist run} in a process of its own, which can be killed and started again. */
final class ProcessorProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final String name;
    private final Path folder;
    private final Map<String, String> settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int port;

    ProcessorProcess(String name, Path folder, Map<String, String> settings) {
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        // The processor outlives whoever started it otherwise.
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "end-" + name));
    }

    /** Starts, and returns at once. */
    ProcessorProcess start() {
        port = freePort();
        Path config = folder.resolve("frist.properties");
        String lines = settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining())
                + Settings.MANAGEMENT_PORT + "=" + port + "\n";
        try {
            Files.writeString(config, lines);
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-Dlogback.configurationFile=measure-log.xml",
                            "-Dmeasure.log=" + folder.resolve(name + ".log"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.frist.cli.Frist",
                            "run",
                            "--config",
                            config.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".out").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Waits until it is ready: policies read, state restored. */
    ProcessorProcess awaitReady() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() - end < 0) {
            if (!isRunning()) {
                throw new IllegalStateException(name + " has ended, see " + folder);
            }
            if (page("/health/ready") != null) {
                return this;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new IllegalStateException(name + " was not ready within " + START_LIMIT);
    }

    boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** A page of its management port; null where it does not answer so. */
    @Nullable
    String page(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? answer.body() : null;
        } catch (IOException notYet) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The highest value of a metric over all its tags; NaN where there is none. */
    double metric(String named) {
        String page = page("/metrics");
        return page == null
                ? Double.NaN
                : page.lines()
                        .filter(line -> line.startsWith(named))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(Double.NaN);
    }

    /** Ends it without warning, as {@code kill -9} does. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    /** Ends it as SIGTERM does, and waits. */
    void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
