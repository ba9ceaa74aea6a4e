package dev.frist.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert as the chart ships it.
 *
 * @param lasting how long it must hold before it is raised; empty for at once
 * @param runbook from the root of the project
 */
record AlertRule(String name, String severity, String lasting, String expression, String summary, String runbook) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The alerts of the chart, in its order. */
    static List<AlertRule> all(Repository repository) throws IOException {
        Path file = repository.root().resolve("helm/frist/files/frist-alerts.yaml");
        List<AlertRule> rules = new ArrayList<>();
        if (Files.exists(file)) {
            for (JsonNode group : YAML.readTree(Files.readString(file)).path("groups")) {
                group.path("rules").forEach(rule -> rules.add(of(rule)));
            }
        }
        return rules;
    }

    private static AlertRule of(JsonNode rule) {
        return new AlertRule(
                rule.path("alert").asText(),
                rule.path("labels").path("severity").asText(),
                rule.path("for").asText(),
                rule.path("expr").asText(),
                rule.path("annotations").path("summary").asText(),
                rule.path("annotations").path("runbook_url").asText());
    }
}
