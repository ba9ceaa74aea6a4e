package dev.frist.setup;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.utils.Utils;

/** Kafka's admin client, connected to brokers that have answered. */
public final class BrokerConnection implements AutoCloseable {

    private static final Duration CLIENT_FIRST = Duration.ofSeconds(2);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Admin admin;
    private final Duration limit;

    private BrokerConnection(Admin admin, Duration limit) {
        this.admin = admin;
        this.limit = limit;
    }

    /**
     * Connects.
     *
     * @throws StartupException if no broker answers within {@code startup.timeout}
     */
    public static BrokerConnection open(FristConfig config) {
        Duration limit = config.duration(Settings.STARTUP_TIMEOUT);
        List<String> servers = config.list(Settings.BOOTSTRAP_SERVERS);
        KeyFiles.require(config.admin());
        Patient patient = Patient.within(limit);
        knock(servers, patient, limit);
        Map<String, Object> settings = new HashMap<>(config.admin());
        settings.putIfAbsent(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(Math.max(1000, patient.left().toMillis())));
        settings.putIfAbsent(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(Math.max(1000, Math.min(30_000, patient.left().toMillis()))));
        try {
            BrokerConnection connection = new BrokerConnection(Admin.create(settings), limit);
            try {
                connection.await(connection.admin.describeCluster().nodes());
                return connection;
            } catch (StartupException unanswered) {
                connection.close();
                throw unanswered;
            }
        } catch (KafkaException unusable) {
            throw BrokerRefusals.unusable(unusable);
        }
    }

    /**
     * Waits until a broker listens.
     *
     * @throws StartupException if none does within {@code startup.timeout}
     */
    static void awaitAny(FristConfig config) {
        Duration limit = config.duration(Settings.STARTUP_TIMEOUT);
        knock(config.list(Settings.BOOTSTRAP_SERVERS), Patient.within(limit), limit);
    }

    /** The admin client, closed by {@link #close()}. */
    public Admin admin() {
        return admin;
    }

    /**
     * Waits for an answer of the brokers.
     *
     * @throws StartupException if there is none in time, or the brokers refuse
     */
    public <T> T await(KafkaFuture<T> answer) {
        try {
            // Kafka's own client gives up within the limit, and knows better why.
            return answer.get(limit.plus(CLIENT_FIRST).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while waiting for the brokers", interrupted);
        } catch (TimeoutException late) {
            throw new StartupException("the brokers did not answer within " + limit + " (startup.timeout)", late);
        } catch (ExecutionException refused) {
            throw BrokerRefusals.named(refused);
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_LIMIT);
    }

    /** Kafka's client would try for ever and log each try; a socket tells sooner and quietly whether anybody is there. */
    private static void knock(List<String> servers, Patient patient, Duration limit) {
        IOException last = new IOException("no address");
        do {
            for (String server : servers) {
                try (Socket socket = new Socket()) {
                    int port = Utils.getPort(server);
                    socket.connect(
                            new InetSocketAddress(String.valueOf(Utils.getHost(server)), port),
                            Math.toIntExact(Math.min(5000, patient.left().toMillis())));
                    return;
                } catch (IOException closed) {
                    last = closed;
                }
            }
        } while (patient.again());
        throw unreachable(servers, limit, last);
    }

    private static StartupException unreachable(List<String> servers, Duration limit, Exception cause) {
        return new StartupException(
                "no broker answers at " + String.join(",", servers) + " within " + limit
                        + " (bootstrap.servers, startup.timeout): " + Patient.reason(cause),
                cause);
    }
}
