package dev.frist.ops.management;

import dev.frist.ops.health.Health;
import dev.frist.ops.metrics.Metrics;
import dev.frist.topology.TopologyDrawing;
import java.util.Optional;
import org.apache.kafka.streams.TopologyDescription;

/** What is served, and to whom: health to everybody, since supervisors show no token, and the rest to who does. */
public final class ManagementPages {

    private static final int UNAVAILABLE = 503;
    private static final int BAD_REQUEST = 400;

    private ManagementPages() {}

    /**
     * What a health page says.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param detail why, in one line
     */
    private record HealthBody(String status, String detail) {}

    /** Serves all pages. */
    public static void serve(
            ManagementServer server,
            Health health,
            Metrics metrics,
            StatusReport status,
            TopologyDescription topology) {
        server.open("/health/live", () -> page(health.live()));
        server.open("/health/ready", () -> page(health.ready()));
        server.serve("/metrics", () -> new Page(Page.OK, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
        server.serve("/status", () -> Page.indentedJson(Page.OK, status.take()));
        server.serve("/topology", format -> topology(topology, format));
        server.serve("/topology.svg", () -> drawing(topology));
    }

    private static Page page(Health.Answer answer) {
        return Page.json(
                answer.isUp() ? Page.OK : UNAVAILABLE, new HealthBody(answer.isUp() ? "UP" : "DOWN", answer.detail()));
    }

    private static Page topology(TopologyDescription topology, Optional<String> format) {
        return switch (format.orElse("text")) {
            case "text" -> Page.text(Page.OK, topology.toString());
            case "svg" -> drawing(topology);
            default -> Page.text(BAD_REQUEST, "format is text or svg\n");
        };
    }

    private static Page drawing(TopologyDescription topology) {
        return new Page(Page.OK, "image/svg+xml; charset=utf-8", TopologyDrawing.svg(topology));
    }
}
