package dev.frist.ops.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.setup.StartupException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ManagementServerTest {

    private final ManagementServer server = ManagementServer.start("127.0.0.1", 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void pagesAreServedAndListed() throws Exception {
        server.serve("/metrics", () -> ManagementServer.Page.text(200, "x 1\n"));
        server.serve("/health/ready", () -> ManagementServer.Page.json(503, "{}"));
        assertThat(ask("GET", "/metrics").body()).isEqualTo("x 1\n");
        assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(503);
        assertThat(ask("HEAD", "/metrics").body()).isEmpty();
        assertThat(ask("GET", "/").body()).isEqualTo("/health/ready\n/metrics\n");
        assertThat(ask("GET", "/metrics/x").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        server.serve("/metrics", () -> ManagementServer.Page.text(200, "x 1\n"));
        assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(ask("DELETE", "/").statusCode()).isEqualTo(405);
    }

    @Test
    void aPageThatFailsIsAnError() throws Exception {
        server.serve("/broken", () -> {
            throw new IllegalStateException("on purpose");
        });
        assertThat(ask("GET", "/broken").statusCode()).isEqualTo(500);
    }

    @Test
    void aPortThatIsTakenIsOneLine() {
        int port = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> ManagementServer.start("127.0.0.1", port))
                .isInstanceOf(StartupException.class)
                .hasMessage("can't listen on 127.0.0.1:" + port
                        + " (management.host, management.port): Address already in use");
    }
}
