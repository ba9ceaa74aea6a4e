package dev.frist.docs;

import static dev.frist.docs.Markdown.code;

import dev.frist.ops.metrics.FristMeter;
import dev.frist.ops.metrics.MeterTag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every meter of our own, and every alert that the chart ships. */
final class MetricsDocument {

    private static final int VALUES_SHOWN = 8;

    private MetricsDocument() {}

    static Document make(List<AlertRule> alerts) {
        Markdown page = Markdown.titled("Metrics and alerts")
                .paragraph(
                        "`/metrics` on `management.port`, in Prometheus' text format. Beside these it has the JVM's and"
                                + " Kafka's own.")
                .heading(2, "Metrics")
                .paragraph("A timer is a histogram: `_bucket`, `_count` and `_sum` behind the name. No label holds what"
                        + " identifies an order, a return, a merchant or a customer.")
                .table(
                        List.of("Metric", "Kind", "Unit", "Labels", "It says"),
                        Arrays.stream(FristMeter.values())
                                .map(MetricsDocument::row)
                                .toList());
        if (!alerts.isEmpty()) {
            page.heading(2, "Alerts")
                    .paragraph("In [`helm/frist/files/frist-alerts.yaml`](../../helm/frist/files/frist-alerts.yaml)."
                            + " *page* wakes somebody, *ticket* waits for the morning.")
                    .table(
                            List.of("Alert", "Severity", "After", "Means", "Raised while"),
                            alerts.stream().map(MetricsDocument::row).toList());
        }
        return page.as("metrics.md");
    }

    private static List<String> row(FristMeter meter) {
        return List.of(
                code(meter.scrapedName()),
                meter.kind().name().toLowerCase(Locale.ROOT),
                meter.unit(),
                meter.tags().stream().map(MetricsDocument::tag).collect(Collectors.joining("<br>")),
                Markdown.spans(meter.description()));
    }

    private static String tag(MeterTag tag) {
        List<String> parts = new ArrayList<>(List.of(code(tag.name()) + ": " + Markdown.spans(tag.meaning())));
        if (!tag.values().isEmpty() && tag.values().size() <= VALUES_SHOWN) {
            parts.add("(" + tag.values().stream().map(Markdown::code).collect(Collectors.joining(", ")) + ")");
        }
        return String.join(" ", parts);
    }

    private static List<String> row(AlertRule alert) {
        return List.of(
                alert.runbook().isEmpty()
                        ? code(alert.name())
                        : Markdown.link(code(alert.name()), "../../" + alert.runbook()),
                alert.severity(),
                alert.lasting().isEmpty() ? "at once" : alert.lasting(),
                Markdown.cell(alert.summary()),
                code(alert.expression().replaceAll("\\s+", " ").strip()));
    }
}
