package dev.frist.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka and a schema registry on this machine, on free ports of the loopback address.
 *
 * <p>They end with this object; with this process where that comes first, also on Ctrl-C; and, where this process is
 * killed, by themselves.
 */
public final class LocalStack implements AutoCloseable {

    /** The one address that anything of the stack listens on. */
    public static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final StackOptions options;
    private final LocalRegistry registry;
    private final Deque<AutoCloseable> clients = new ArrayDeque<>();
    private final Thread hook = new Thread(this::end, "local-stack-end");
    private volatile @Nullable LocalCluster cluster;
    private boolean ended;

    private LocalStack(StackOptions options, LocalRegistry registry) {
        this.options = options;
        this.registry = registry;
    }

    /**
     * Starts everything and waits until it answers.
     *
     * @throws StackException if something cannot be found or started; nothing runs then
     */
    public static LocalStack start(StackHome home, StackOptions options) {
        LocalRegistry registry = LocalRegistry.prepare(home, options.folder().resolve("registry"));
        LocalStack stack = new LocalStack(options, registry);
        // Before the first process starts: from here on there is something to end.
        Runtime.getRuntime().addShutdownHook(stack.hook);
        try {
            registry.start();
            LocalCluster cluster = LocalCluster.prepare(
                    home, options.folder(), options.brokers(), options.settings(), options.brokerJvm());
            stack.cluster = cluster;
            cluster.start();
            cluster.await(START_LIMIT);
            registry.await(START_LIMIT);
        } catch (RuntimeException failed) {
            stack.close();
            throw failed;
        }
        return stack;
    }

    /** The brokers. */
    public LocalCluster cluster() {
        return Objects.requireNonNull(cluster, "a stack is only given away once it runs");
    }

    /** The schema registry. */
    public LocalRegistry registry() {
        return registry;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return cluster().bootstrapServers();
    }

    /** What clients take as {@code bootstrap.servers} that must say who they are. */
    public String securedServers() {
        return cluster().securedServers();
    }

    /** What clients take as {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    /**
     * Names something that works with the stack, to be closed before it ends, the last one named first: a client whose
     * broker is gone can only wait for its time limits.
     */
    public synchronized void closeFirst(AutoCloseable client) {
        clients.push(client);
    }

    /** Ends everything; the data stays, unless it is temporary. Does nothing the second time. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            LOG.debug("the process is ending, and its hook with it");
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        while (!clients.isEmpty()) {
            try {
                clients.pop().close();
            } catch (Exception failed) {
                LOG.warn("a client of the local stack did not close", failed);
            }
        }
        registry.close();
        LocalCluster brokers = cluster;
        if (brokers != null) {
            brokers.close();
        }
        if (options.temporary()) {
            deleteFolder();
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(options.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stillThere) {
            LOG.warn("{} could not be deleted", options.folder(), stillThere);
        }
    }
}
