package dev.frist.ops.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules and the dashboard as they are shipped. */
public final class MonitoringFiles {

    static final Path RULES = Path.of("..", "helm", "frist", "files", "frist-alerts.yaml")
            .toAbsolutePath()
            .normalize();
    static final Path DASHBOARD = Path.of("..", "helm", "frist", "files", "frist-dashboard.json")
            .toAbsolutePath()
            .normalize();
    static final Path RUNBOOKS =
            Path.of("..", "topology-docs", "runbooks").toAbsolutePath().normalize();

    private MonitoringFiles() {}

    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        read(new YAMLMapper(), RULES)
                .get("groups")
                .forEach(group -> group.get("rules").forEach(rules::add));
        return rules;
    }

    static JsonNode dashboard() {
        return read(new ObjectMapper(), DASHBOARD);
    }

    /** The panels of the dashboard that ask for something, rows left out. */
    static List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        dashboard().get("panels").forEach(panel -> {
            if (!panel.get("type").asText().equals("row")) {
                panels.add(panel);
            }
        });
        return panels;
    }

    /** Every expression, by where it stands. */
    public static Map<String, String> expressions() {
        Map<String, String> expressions = new TreeMap<>();
        rules().forEach(rule -> expressions.put(
                "alert " + rule.get("alert").asText(), rule.get("expr").asText()));
        panels().forEach(panel -> panel.path("targets")
                .forEach(target -> expressions.put(
                        "panel " + panel.get("title").asText() + " "
                                + target.get("refId").asText(),
                        target.get("expr").asText())));
        return expressions;
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
