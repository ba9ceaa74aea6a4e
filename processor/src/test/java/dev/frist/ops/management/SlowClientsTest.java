package dev.frist.ops.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who dawdles, by mistake or on purpose, must not keep a probe from its answer. */
final class SlowClientsTest {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(8);
    private static final int CLIENTS = 40;
    private static final Page BIG = Page.text(200, "x".repeat(8 << 20));

    private final ManagementServer server = ManagementServer.start("127.0.0.1", 0, "");
    private final List<Socket> slow = new ArrayList<>();

    @BeforeEach
    void serve() {
        server.open("/health/live", () -> Page.json(200, Map.of("status", "UP")));
        server.serve("/metrics", () -> BIG);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        server.close();
    }

    private Socket connect(String beginning) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort());
        slow.add(socket);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private int probe() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/health/live"))
                .timeout(PROBE_TIMEOUT)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void clientsThatDoNotEndTheirRequestHoldUpNoProbeAndAreCutOff() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            connect("GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        }
        assertThat(probe()).isEqualTo(200);
        for (Socket socket : slow) {
            socket.setSoTimeout(20_000);
            assertThat(readsToItsEnd(socket)).isTrue();
        }
    }

    private static boolean readsToItsEnd(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (IOException reset) {
            return !(reset instanceof SocketTimeoutException);
        }
    }

    @Test
    void clientsThatDoNotReadTheirAnswerHoldUpNoProbe() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            connect("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(probe()).isEqualTo(200);
        }
    }
}
