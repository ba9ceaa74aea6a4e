package dev.frist.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dashboard as Grafana wants it: what would be shown wrongly, or not at all, is found here. */
class DashboardTest {

    private static final int WIDTH = 24;

    private final JsonNode dashboard = MonitoringFiles.dashboard();

    @Test
    void itHasARowForEachThingThatPeopleLookFor() {
        List<String> rows = new ArrayList<>();
        dashboard.get("panels").forEach(panel -> {
            if (panel.get("type").asText().equals("row")) {
                rows.add(panel.get("title").asText());
            }
        });
        assertThat(rows).containsExactly("Decisions", "Deadlines", "Input", "Dead letters", "Kafka", "JVM");
    }

    @Test
    void itCanBeImportedAnywhere() {
        assertThat(dashboard.get("uid").asText()).isEqualTo("frist");
        assertThat(dashboard.get("id").isNull()).isTrue();
        assertThat(dashboard.get("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.at("/templating/list").findValuesAsText("name")).containsExactly("datasource", "instance");
        assertThat(MonitoringFiles.panels())
                .allSatisfy(panel ->
                        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}"));
    }

    @Test
    void panelsSayWhatTheyShowAndInWhichUnit() {
        assertThat(MonitoringFiles.panels()).hasSizeGreaterThan(20).allSatisfy(panel -> {
            assertThat(panel.get("title").asText()).isNotBlank();
            assertThat(panel.get("description").asText()).endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
            assertThat(panel.get("targets")).isNotEmpty();
            panel.get("targets").forEach(target -> {
                assertThat(target.get("expr").asText()).contains("instance=~\"$instance\"");
                assertThat(target.get("legendFormat").asText()).isNotBlank();
            });
        });
        assertThat(MonitoringFiles.panels().stream()
                        .map(panel -> panel.get("title").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void panelsHaveNumbersOfTheirOwnAndDoNotOverlap() {
        List<Integer> ids = new ArrayList<>();
        boolean[][] taken = new boolean[500][WIDTH];
        dashboard.get("panels").forEach(panel -> {
            ids.add(panel.get("id").asInt());
            JsonNode at = panel.get("gridPos");
            assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(WIDTH);
            for (int y = at.get("y").asInt();
                    y < at.get("y").asInt() + at.get("h").asInt();
                    y++) {
                for (int x = at.get("x").asInt();
                        x < at.get("x").asInt() + at.get("w").asInt();
                        x++) {
                    assertThat(taken[y][x]).as("%s", panel.get("title")).isFalse();
                    taken[y][x] = true;
                }
            }
        });
        assertThat(ids).doesNotHaveDuplicates();
    }
}
