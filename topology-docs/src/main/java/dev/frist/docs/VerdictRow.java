package dev.frist.docs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A row of the verdict table.
 *
 * @param situation in Markdown, on one line
 * @param classes who decides it, without {@code dev.frist.}
 * @param shows by code of the catalogue of explanations, the scenarios that publish it
 */
record VerdictRow(String situation, List<String> classes, Map<String, List<String>> shows) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The table, as it stands in {@code verdicts.yaml}. */
    static List<VerdictRow> all() throws IOException {
        try (InputStream file = Objects.requireNonNull(VerdictRow.class.getResourceAsStream("verdicts.yaml"))) {
            return YAML.readValue(file, new TypeReference<List<VerdictRow>>() {});
        }
    }

    /** The scenarios that show a code, over all rows. */
    static Map<String, Set<String>> scenariosByCode(List<VerdictRow> rows) {
        Map<String, Set<String>> scenarios = new LinkedHashMap<>();
        rows.forEach(row -> row.shows()
                .forEach((code, names) -> scenarios
                        .computeIfAbsent(code, absent -> new LinkedHashSet<>())
                        .addAll(names)));
        return scenarios;
    }
}
