package dev.frist.ops.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frist.setup.Patient;
import dev.frist.setup.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GET requests of supervisors and scrapers. It changes nothing, whatever is asked. The server of the JDK is
 * enough for that, and brings no library along.
 *
 * <p>That server reads a request in the thread that answers it, and waits for slow clients without a limit. So there is a
 * thread for every connection that is let in, and a client that takes too long is cut off: who dawdles, by mistake or on
 * purpose, holds up no probe.
 */
public final class ManagementServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);

    private static final int MOST_CONNECTIONS = 100;
    private static final int STACK_BYTES = 256 << 10;
    private static final int IDLE_SECONDS = 10;

    /** Of the JDK's server, in seconds; read once by the virtual machine, so a setting of the operator goes before. */
    private static final Map<String, Integer> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", 5,
            "sun.net.httpserver.maxRspTime", 30,
            "jdk.httpserver.maxConnections", MOST_CONNECTIONS);

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int INTERNAL_ERROR = 500;
    private static final Pattern PARAMETER = Pattern.compile("[&=]");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Access everybody = new Access("");
    private final Access restricted;
    private final TreeMap<String, Served> pages = new TreeMap<>();

    private record Served(Access access, Function<Optional<String>, Page> page) {}

    private ManagementServer(HttpServer server, ExecutorService threads, String token) {
        this.server = server;
        this.threads = threads;
        this.restricted = new Access(token);
    }

    /**
     * Listens.
     *
     * @param port 0 for a free one
     * @param token that must be shown for all but the open pages; empty where everybody may see everything
     * @throws StartupException where that address can't be listened on
     */
    public static ManagementServer start(String host, int port, String token) {
        LIMITS.forEach((name, limit) -> System.getProperties().putIfAbsent(name, limit.toString()));
        AtomicInteger number = new AtomicInteger();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
            ExecutorService threads = new ThreadPoolExecutor(
                    0, MOST_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                        Thread thread = new Thread(null, task, "management-" + number.incrementAndGet(), STACK_BYTES);
                        thread.setDaemon(true);
                        return thread;
                    });
            ManagementServer management = new ManagementServer(server, threads, token);
            server.setExecutor(threads);
            server.createContext("/", management::answer);
            server.start();
            return management;
        } catch (IOException taken) {
            throw new StartupException(
                    "can't listen on " + host + ":" + port + " (management.host, management.port): "
                            + Patient.reason(taken),
                    taken);
        }
    }

    /** Serves a page to everybody. */
    public synchronized void open(String path, Supplier<Page> page) {
        pages.put(path, new Served(everybody, format -> page.get()));
    }

    /** Serves a page to who shows the token. */
    public synchronized void serve(String path, Supplier<Page> page) {
        pages.put(path, new Served(restricted, format -> page.get()));
    }

    /** Serves a page that comes in several formats to who shows the token; the format is asked for by {@code ?format=}. */
    public synchronized void serve(String path, Function<Optional<String>, Page> page) {
        pages.put(path, new Served(restricted, page));
    }

    /** Where it listens, such as {@code http://127.0.0.1:8090}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = page(exchange);
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Page page(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Page.text(METHOD_NOT_ALLOWED, "only GET and HEAD\n");
        }
        Served served = find(exchange.getRequestURI().getPath());
        if (!served.access().isGranted(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            return Page.text(UNAUTHORIZED, "a token is needed (management.token)\n");
        }
        try {
            return served.page().apply(format(exchange.getRequestURI().getRawQuery()));
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be answered", exchange.getRequestURI().getPath(), failed);
            return Page.text(INTERNAL_ERROR, "see the log\n");
        }
    }

    private static Optional<String> format(@Nullable String query) {
        if (query == null) {
            return Optional.empty();
        }
        String[] parts = PARAMETER.split(query, -1);
        for (int i = 0; i + 1 < parts.length; i++) {
            if (parts[i].equals("format")) {
                return Optional.of(parts[i + 1]);
            }
        }
        return Optional.empty();
    }

    private synchronized Served find(String path) {
        Served served = pages.get(path);
        if (served != null) {
            return served;
        }
        String index = String.join("\n", pages.keySet()) + "\n";
        return new Served(restricted, format -> Page.text(path.equals("/") ? Page.OK : NOT_FOUND, index));
    }
}
