package dev.frist.ops.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frist.setup.Patient;
import dev.frist.setup.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GET requests of supervisors and scrapers. It changes nothing, whatever is asked. The server of the JDK is
 * enough for that, and brings no library along.
 */
public final class ManagementServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);

    /** A scrape that hangs must not keep a probe from its answer. */
    private static final int THREADS = 3;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int INTERNAL_ERROR = 500;

    private final HttpServer server;
    private final ExecutorService threads;
    private final TreeMap<String, Supplier<Page>> pages = new TreeMap<>();

    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param type media type
     */
    public record Page(int status, String type, String body) {

        public static Page text(int status, String body) {
            return new Page(status, "text/plain; charset=utf-8", body);
        }

        public static Page json(int status, String body) {
            return new Page(status, "application/json", body);
        }
    }

    private ManagementServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens.
     *
     * @param port 0 for a free one
     * @throws StartupException where that address can't be listened on
     */
    public static ManagementServer start(String host, int port) {
        AtomicInteger number = new AtomicInteger();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "management-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            ManagementServer management = new ManagementServer(server, threads);
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

    /** Serves a page. */
    public synchronized void serve(String path, Supplier<Page> page) {
        pages.put(path, page);
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
        Supplier<Page> page = find(exchange.getRequestURI().getPath());
        try {
            return page.get();
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be answered", exchange.getRequestURI().getPath(), failed);
            return Page.text(INTERNAL_ERROR, "see the log\n");
        }
    }

    private synchronized Supplier<Page> find(String path) {
        Supplier<Page> page = pages.get(path);
        if (page != null) {
            return page;
        }
        String index = String.join("\n", pages.keySet()) + "\n";
        return () -> Page.text(path.equals("/") ? OK : NOT_FOUND, index);
    }
}
