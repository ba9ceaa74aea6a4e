package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that make no sense are refused before anything is installed, with a message that names them. */
class WrongValuesTest {

    @TempDir
    Path folder;

    static Stream<Arguments> refusals() throws IOException {
        return Pod.list(Rendered.YAML.readTree(
                        Path.of("src", "test", "resources", "wrong-values.yaml").toFile()))
                .stream()
                .map(refusal -> Arguments.of(
                        refusal.path("values"), refusal.path("says").asText()));
    }

    private Path onTopOfMinimal(JsonNode values) throws IOException {
        ObjectNode all =
                (ObjectNode) Rendered.YAML.readTree(Rendered.valuesOf("minimal").toFile());
        Rendered.YAML.readerForUpdating(all).readValue(values);
        Path file = folder.resolve("values.yaml");
        Rendered.YAML.writeValue(file.toFile(), all);
        return file;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefused(JsonNode values, String says) throws IOException {
        Path file = onTopOfMinimal(values);
        assertThatThrownBy(() -> Rendered.of("wrong", file)).hasMessageContaining(says);
    }

    @Test
    void whatContradictsItselfIsToldAllAtOnce() throws IOException {
        Path file = onTopOfMinimal(Rendered.YAML.readTree("""
                kafka: {securityProtocol: SASL_SSL}
                config: {state.dir: /tmp, management.port: 1}
                """));
        assertThatThrownBy(() -> Rendered.of("wrong", file))
                .hasMessageContainingAll(
                        "These values can't be used:\n- kafka.sasl.existingSecret: needed",
                        "\n- config: management.port is set by the chart; set management.port",
                        "\n- config: state.dir is set by the chart");
    }

    /** What is refused is refused for the reason that is said, and not because nothing passes. */
    @Test
    void nothingIsWrongWithMinimal() throws IOException {
        assertThat(Rendered.of("right", onTopOfMinimal(Rendered.YAML.createObjectNode()))
                        .objects())
                .isNotEmpty();
        assertThat(Files.readString(folder.resolve("values.yaml"))).contains("kafka:9092");
    }
}
