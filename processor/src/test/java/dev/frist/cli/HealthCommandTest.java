package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HealthCommandTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/health/live", 200, "up\n");
        answer("/health/ready", 503, "restoring\n");
        server.start();
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CommandRun health(String host, String... more) {
        String[] arguments = {
            "health",
            "-c",
            "bootstrap.servers=unused:1",
            "-c",
            "schema.registry.url=http://unused",
            "-c",
            "management.host=" + host,
            "-c",
            "management.port=" + server.getAddress().getPort()
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return frist(all);
    }

    @Test
    void asksWhetherItIsReadyOrLive() {
        CommandRun ready = health("127.0.0.1");
        assertThat(ready.lines()).containsExactly("restoring");
        assertThat(ready.status()).isEqualTo(1);
        CommandRun live = health("127.0.0.1", "--live");
        assertThat(live.lines()).containsExactly("up");
        assertThat(live.status()).isZero();
    }

    @Test
    void whoListensOnEveryAddressIsAskedOnTheLoopbackOne() {
        assertThat(health("0.0.0.0", "--live").status()).isZero();
    }

    @Test
    void noAnswerIsOneLine() {
        int port = server.getAddress().getPort();
        server.stop(0);
        CommandRun run = health("127.0.0.1", "--timeout", "PT2S");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("frist: nothing answers at http://127.0.0.1:" + port + "/health/ready");
    }
}
