package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts, dashboard and scraping reach the cluster as they stand in the repository. */
class MonitoringTest {

    private static final Path FILES = Rendered.CHART.resolve("files");

    private static Stream<JsonNode> rules(JsonNode groups) {
        return Pod.list(groups).stream().flatMap(group -> Pod.list(group.path("rules")).stream());
    }

    @Test
    void theRulesAreThoseOfTheFile() throws IOException {
        JsonNode file =
                Rendered.YAML.readTree(FILES.resolve("frist-alerts.yaml").toFile());
        JsonNode rule = Rendered.of("production").ofKind("PrometheusRule").get(0);
        assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(rule.path("spec")).isEqualTo(file);
        assertThat(rules(rule.at("/spec/groups"))).hasSizeGreaterThan(5);
    }

    @Test
    void runbooksMayBeLinks() {
        JsonNode groups =
                Rendered.of("monitoring").ofKind("PrometheusRule").get(0).at("/spec/groups");
        assertThat(rules(groups))
                .extracting(rule -> rule.at("/annotations/runbook_url").asText())
                .hasSizeGreaterThan(5)
                .allMatch(url -> url.matches("https://runbooks\\.example/frist/\\w+\\.md"));
    }

    @Test
    void theDashboardIsThatOfTheFile() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode file = json.readTree(FILES.resolve("frist-dashboard.json").toFile());
        for (String set : List.of("production", "monitoring")) {
            JsonNode map = Rendered.of(set).find("ConfigMap", "-dashboard");
            assertThat(json.readTree(map.at("/data/frist.json").asText())).isEqualTo(file);
        }
        JsonNode metadata =
                Rendered.of("monitoring").find("ConfigMap", "-dashboard").path("metadata");
        assertThat(metadata.at("/labels/grafana_dashboard").asText()).isEqualTo("yes");
        assertThat(metadata.at("/annotations/grafana_folder").asText()).isEqualTo("Payments");
        // A ConfigMap holds no more than a mebibyte.
        assertThat(Files.size(FILES.resolve("frist-dashboard.json"))).isLessThan(1 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "production, PodMonitor, /spec/podMetricsEndpoints/0, frist-management, scrape",
        "monitoring, ServiceMonitor, /spec/endpoints/0, frist-token, token"
    })
    void whoScrapesShowsTheTokenThatTheProgramAsksFor(
            String set, String kind, String endpoint, String secret, String key) {
        Rendered rendered = Rendered.of(set);
        JsonNode authorization = rendered.ofKind(kind).get(0).at(endpoint).path("authorization");
        assertThat(authorization.path("type").asText()).isEqualTo("Bearer");
        assertThat(authorization.at("/credentials/name").asText()).isEqualTo(secret);
        assertThat(authorization.at("/credentials/key").asText()).isEqualTo(key);
        JsonNode mounted = rendered.processor().volume("secret-management").path("secret");
        assertThat(mounted.path("secretName").asText()).isEqualTo(secret);
        assertThat(mounted.at("/items/0/key").asText()).isEqualTo(key);
        assertThat(PodFiles.settings(rendered).getProperty("management.token"))
                .isEqualTo("${dir:/run/secrets/frist/management:" + key + "}");
        assertThat(rendered.ofKind(kind).get(0).at(endpoint).path("path").asText())
                .isEqualTo("/metrics");
    }
}
