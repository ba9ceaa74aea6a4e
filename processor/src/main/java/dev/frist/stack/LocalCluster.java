package dev.frist.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One or more Kafka brokers on this machine, each in a process of its own. */
public final class LocalCluster implements AutoCloseable {

    private static final int PROBE_MILLIS = 500;
    private static final int ADMIN_SECONDS = 10;

    private final List<LocalBroker> brokers;

    private LocalCluster(List<LocalBroker> brokers) {
        this.brokers = brokers;
    }

    /**
     * Lays down brokers in {@code folder/broker-N} on free ports; {@link #start()} runs them.
     *
     * @param settings broker settings for all of them, under Kafka's names; they win over the defaults of a small
     *     local cluster
     * @param jvmOptions options of each broker's virtual machine
     * @throws StackException if a storage cannot be formatted
     */
    static LocalCluster prepare(
            StackHome home, Path folder, int size, Map<String, String> settings, List<String> jvmOptions) {
        List<BrokerNode> nodes = BrokerNode.allocate(size);
        String clusterId = Uuid.randomUuid().toString();
        return new LocalCluster(nodes.stream()
                .map(node -> LocalBroker.prepare(
                        home, folder.resolve("broker-" + node.id()), clusterId, node, nodes, settings, jvmOptions))
                .toList());
    }

    /** The brokers, by node id. */
    public List<LocalBroker> brokers() {
        return brokers;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return BrokerNode.bootstrapServers(
                brokers.stream().map(LocalBroker::node).toList());
    }

    /** What clients take as {@code bootstrap.servers} that must say who they are. */
    public String securedServers() {
        return brokers.stream().map(broker -> broker.node().securedAddress()).collect(Collectors.joining(","));
    }

    /** Starts every broker that does not run, and returns at once. */
    public void start() {
        brokers.forEach(LocalBroker::start);
    }

    /**
     * Waits until all brokers are members of the cluster.
     *
     * @throws StackException if one of them has ended, or they are not ready within {@code limit}
     */
    public void await(Duration limit) {
        for (LocalBroker broker : brokers) {
            Patience.await("broker " + broker.node().id(), limit, () -> {
                broker.requireRunning();
                return listens(broker.node().port());
            });
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Patience.await("the cluster", limit, () -> members(admin) == brokers.size());
        }
    }

    /** Ends every broker. */
    @Override
    public void close() {
        brokers.parallelStream().forEach(LocalBroker::close);
    }

    /** Ends every broker at once; for data that nobody will read again. */
    public void kill() {
        brokers.forEach(LocalBroker::kill);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int members(Admin admin) {
        try {
            return admin.describeCluster()
                    .nodes()
                    .get(ADMIN_SECONDS, TimeUnit.SECONDS)
                    .size();
        } catch (ExecutionException | TimeoutException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for the cluster", interrupted);
        }
    }
}
