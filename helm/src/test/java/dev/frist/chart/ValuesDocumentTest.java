package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Values, their schema and their description say the same. After a change of values.yaml, write the description anew with
 * {@code mvn -pl helm -am test -Dtest=ValuesDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dfrist.docs.write}.
 */
class ValuesDocumentTest {

    private static final Path README = Rendered.CHART.resolve("README.md");
    private static final String BEGIN = "<!-- values: made from values.yaml -->\n";
    private static final String END = "\n<!-- end of values -->";

    @Test
    void theReadmeIsInStep() throws IOException {
        String text = Files.readString(README);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        String fresh = before + ValuesDocument.markdown() + after;
        if (System.getProperty("frist.docs.write") != null) {
            Files.writeString(README, fresh);
        }
        assertThat(Files.readString(README)).isEqualTo(fresh);
    }

    @Test
    void everyValueIsDescribed() throws IOException {
        TreeSet<String> described = new TreeSet<>();
        ValuesDocument.values().forEach(value -> described.add(value.path()));
        TreeSet<String> leaves = new TreeSet<>();
        leaves(Rendered.YAML.readTree(Rendered.CHART.resolve("values.yaml").toFile()), "", described, leaves);
        assertThat(described).hasSizeGreaterThan(100).isEqualTo(leaves);
    }

    /** Values that hold others; one that is described as a whole counts as one. */
    private static void leaves(JsonNode node, String path, Set<String> described, Set<String> leaves) {
        if (described.contains(path) || !node.isObject() || node.isEmpty()) {
            leaves.add(path);
            return;
        }
        node.properties()
                .forEach(child -> leaves(
                        child.getValue(),
                        path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                        described,
                        leaves));
    }

    @Test
    void theSchemaHasTheSameNamesAndLetsNoOtherPass() throws IOException {
        JsonNode schema = Rendered.YAML.readTree(
                Rendered.CHART.resolve("values.schema.json").toFile());
        JsonNode values =
                Rendered.YAML.readTree(Rendered.CHART.resolve("values.yaml").toFile());
        compare(values, schema, schema, "");
    }

    private static void compare(JsonNode values, JsonNode declared, JsonNode schema, String path) {
        JsonNode type =
                declared.has("$ref") ? schema.at(declared.path("$ref").asText().substring(1)) : declared;
        assertThat(type.isMissingNode()).as("%s is in the schema", path).isFalse();
        if (!type.has("properties")) {
            return;
        }
        assertThat(type.path("additionalProperties").asBoolean(true)).as(path).isFalse();
        TreeSet<String> named = new TreeSet<>();
        type.path("properties").fieldNames().forEachRemaining(named::add);
        TreeSet<String> given = new TreeSet<>();
        values.fieldNames().forEachRemaining(given::add);
        if (!given.isEmpty() && !path.contains("resources")) {
            named.remove("global");
            assertThat(named).as(path).isEqualTo(given);
        }
        for (Map.Entry<String, JsonNode> child : values.properties()) {
            compare(
                    child.getValue(),
                    type.path("properties").path(child.getKey()),
                    schema,
                    path + "/" + child.getKey());
        }
    }
}
