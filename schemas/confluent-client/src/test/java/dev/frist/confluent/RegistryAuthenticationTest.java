package dev.frist.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a secured registry sees: the credential providers are found through their service files. */
final class RegistryAuthenticationTest {

    private static final String USER_INFO =
            "Basic " + Base64.getEncoder().encodeToString("frist:secret".getBytes(StandardCharsets.UTF_8));
    private static final String TOKEN = "Bearer token-1";

    private HttpServer server;

    @BeforeEach
    void startRegistryThatWantsCredentials() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/subjects/orders-value/versions", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            boolean known = USER_INFO.equals(authorization) || TOKEN.equals(authorization);
            byte[] body = (known ? "{\"id\":7}" : "{\"error_code\":401,\"message\":\"Unauthorized\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopRegistry() {
        server.stop(0);
    }

    private int register(Map<String, String> config) throws IOException, RestClientException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try (var client = new CachedSchemaRegistryClient(url, 10, config)) {
            return client.register("orders-value", new AvroSchema("\"string\""));
        }
    }

    @Test
    void basicAuthenticationFromTheSettings() throws Exception {
        assertThat(register(Map.of(
                        "basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "frist:secret")))
                .isEqualTo(7);
    }

    @Test
    void bearerTokenFromTheSettings() throws Exception {
        assertThat(register(Map.of(
                        "bearer.auth.credentials.source", "STATIC_TOKEN",
                        "bearer.auth.token", "token-1")))
                .isEqualTo(7);
    }

    @Test
    void withoutCredentialsTheRegistrysRefusalComesThrough() {
        assertThatThrownBy(() -> register(Map.of()))
                .isInstanceOf(RestClientException.class)
                .hasMessageContaining("Unauthorized");
    }

    /** As a user would write one, for a token endpoint of their own. */
    public static final class TokenSource implements BearerAuthCredentialProvider {

        @Override
        public String getBearerToken(URL url) {
            return "token-1";
        }

        @Override
        public String getTargetSchemaRegistry() {
            return "lsrc-1";
        }

        @Override
        public String getTargetIdentityPoolId() {
            return "pool-1";
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    @Test
    void bearerTokenFromAClassOfTheUsersOwn() throws Exception {
        assertThat(register(Map.of(
                        "bearer.auth.credentials.source",
                        "CUSTOM",
                        "bearer.auth.custom.provider.class",
                        TokenSource.class.getName())))
                .isEqualTo(7);
    }
}
