package dev.frist.setup;

import dev.frist.config.FristConfig;
import dev.frist.config.Secrets;
import dev.frist.config.Settings;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLHandshakeException;

/** Confluent's client, connected to a registry that has answered. */
public final class RegistryConnection implements AutoCloseable {

    private static final int SCHEMAS_REMEMBERED = 1000;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final SchemaRegistryClient client;

    private RegistryConnection(SchemaRegistryClient client) {
        this.client = client;
    }

    /**
     * Connects.
     *
     * @throws StartupException if the registry does not answer within {@code startup.timeout}, or refuses
     */
    public static RegistryConnection open(FristConfig config) {
        Duration limit = config.duration(Settings.STARTUP_TIMEOUT);
        Map<String, Object> settings = new TreeMap<>(config.registry());
        List<String> urls = List.of(
                String.valueOf(settings.get(Settings.SCHEMA_REGISTRY_URL)).split(",", -1));
        KeyFiles.require(settings);
        // The tries are counted here, by time.
        settings.put(SchemaRegistryClientConfig.MAX_RETRIES_CONFIG, "0");
        Patient patient = Patient.within(limit);
        settings.putIfAbsent(
                SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, Long.toString(Math.min(5000, limit.toMillis())));
        settings.putIfAbsent(
                SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, Long.toString(Math.min(10_000, limit.toMillis())));
        SchemaRegistryClient client = client(urls, settings);
        RegistryConnection connection = new RegistryConnection(client);
        try {
            connection.knock(urls, patient, limit);
            return connection;
        } catch (StartupException unanswered) {
            connection.close();
            throw unanswered;
        }
    }

    /** The client, closed by {@link #close()}. */
    public SchemaRegistryClient client() {
        return client;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException | UnsupportedOperationException harmless) {
            // Nothing is lost: what was asked has been answered.
        }
    }

    private static SchemaRegistryClient client(List<String> urls, Map<String, Object> settings) {
        try {
            return new CachedSchemaRegistryClient(urls, SCHEMAS_REMEMBERED, settings);
        } catch (RuntimeException unusable) {
            throw new StartupException(
                    "the registry's client can't be made with these settings: " + Patient.reason(unusable), unusable);
        }
    }

    private void knock(List<String> urls, Patient patient, Duration limit) {
        Exception last;
        do {
            try {
                client.getAllSubjects();
                return;
            } catch (RestClientException refused) {
                last = refused;
                if (refused.getStatus() == UNAUTHORIZED || refused.getStatus() == FORBIDDEN) {
                    throw new StartupException(
                            "the schema registry refuses the credentials (basic.auth..., bearer.auth...): "
                                    + Patient.reason(refused),
                            refused);
                }
            } catch (SSLHandshakeException untrusted) {
                throw new StartupException(
                        "the schema registry at " + shown(urls) + " refuses the TLS handshake, or is not trusted"
                                + " (schema.registry.ssl.truststore..., schema.registry.ssl.keystore...): "
                                + Patient.reason(untrusted),
                        untrusted);
            } catch (IOException closed) {
                last = closed;
            }
        } while (patient.again());
        throw new StartupException(
                "the schema registry does not answer at " + shown(urls) + " within " + limit
                        + " (schema.registry.url, startup.timeout): " + Patient.reason(last),
                last);
    }

    private static String shown(List<String> urls) {
        return Secrets.shown(Settings.SCHEMA_REGISTRY_URL, String.join(",", urls));
    }
}
