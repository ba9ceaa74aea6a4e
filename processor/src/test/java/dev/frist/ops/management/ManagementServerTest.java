package dev.frist.ops.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.setup.StartupException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ManagementServerTest {

    private final ManagementServer server = ManagementServer.start("127.0.0.1", 0, "");
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
        server.serve("/metrics", () -> Page.text(200, "x 1\n"));
        server.serve("/health/ready", () -> Page.json(503, Map.of()));
        assertThat(ask("GET", "/metrics").body()).isEqualTo("x 1\n");
        assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(503);
        assertThat(ask("HEAD", "/metrics").body()).isEmpty();
        assertThat(ask("GET", "/").body()).isEqualTo("/health/ready\n/metrics\n");
        assertThat(ask("GET", "/metrics/x").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        server.serve("/metrics", () -> Page.text(200, "x 1\n"));
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
        assertThatThrownBy(() -> ManagementServer.start("127.0.0.1", port, ""))
                .isInstanceOf(StartupException.class)
                .hasMessage("can't listen on 127.0.0.1:" + port
                        + " (management.host, management.port): Address already in use");
    }

    private int askAs(ManagementServer asked, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(asked.url() + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void allButTheOpenPagesNeedTheToken() throws Exception {
        try (ManagementServer guarded = ManagementServer.start("127.0.0.1", 0, "s3cret")) {
            guarded.open("/health/live", () -> Page.json(200, Map.of("status", "UP")));
            guarded.serve("/status", () -> Page.json(200, Map.of()));
            assertThat(askAs(guarded, "/health/live", null)).isEqualTo(200);
            assertThat(askAs(guarded, "/status", "Bearer s3cret")).isEqualTo(200);
            assertThat(askAs(guarded, "/status", "bearer s3cret")).isEqualTo(200);
            for (String wrong : new String[] {
                null,
                "",
                "s3cret",
                "Bearer",
                "Bearer ",
                "Bearer s3cre",
                "Bearer s3cret2",
                "Basic s3cret",
                "Bearer S3CRET"
            }) {
                assertThat(askAs(guarded, "/status", wrong)).as("%s", wrong).isEqualTo(401);
                assertThat(askAs(guarded, "/", wrong)).as("%s", wrong).isEqualTo(401);
                assertThat(askAs(guarded, "/nowhere", wrong)).as("%s", wrong).isEqualTo(401);
            }
        }
    }

    @Test
    void aPageMayComeInSeveralFormats() throws Exception {
        server.serve("/topology", format -> Page.text(200, format.orElse("none")));
        assertThat(ask("GET", "/topology").body()).isEqualTo("none");
        assertThat(ask("GET", "/topology?x=1&format=svg").body()).isEqualTo("svg");
        assertThat(ask("GET", "/topology?format").body()).isEqualTo("none");
    }

    @Test
    void jsonIsWrittenByALibrary() {
        Page page = Page.json(200, Map.of("detail", "a \"quoted\"\nline", "at", Instant.EPOCH));
        assertThat(page.body()).contains("a \\\"quoted\\\"\\nline", "1970-01-01T00:00:00Z");
    }
}
