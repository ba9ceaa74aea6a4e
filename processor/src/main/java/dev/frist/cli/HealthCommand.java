package dev.frist.cli;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frist health}: what a container's health check asks. */
@Command(
        name = "health",
        description = {
            "Ask the processor that runs on this machine with these settings whether it is ready.",
            "Exit status 0 if it is, 1 if it isn't or does not answer."
        })
final class HealthCommand implements Callable<Integer> {

    private static final int OK = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions settings;

    @Option(names = "--live", description = "Ask whether it should be left alone instead: also while it restores.")
    private boolean live;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "PT5S",
            description = "How long to wait for the answer (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(5);

    private HealthCommand() {}

    @Override
    public Integer call() {
        URI url = url(settings.load());
        HttpResponse<String> answer = ask(url);
        PrintWriter out = spec.commandLine().getOut();
        out.println(answer.body().trim());
        out.flush();
        return answer.statusCode() == OK ? 0 : Failures.FAILED;
    }

    private URI url(FristConfig config) {
        String path = live ? "/health/live" : "/health/ready";
        try {
            // Who listens on every address listens on the loopback one too.
            InetAddress listens = InetAddress.getByName(config.text(Settings.MANAGEMENT_HOST));
            InetAddress asked = listens.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listens;
            return new URI(
                    "http", null, asked.getHostAddress(), config.number(Settings.MANAGEMENT_PORT), path, null, null);
        } catch (IOException | URISyntaxException unusable) {
            throw new CommandFailedException("management.host can't be asked: " + unusable.getMessage());
        }
    }

    private HttpResponse<String> ask(URI url) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(timeout).build();
        try {
            return http.send(
                    HttpRequest.newBuilder(url).timeout(timeout).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException noAnswer) {
            throw new CommandFailedException("nothing answers at " + url);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted while asking " + url);
        }
    }
}
