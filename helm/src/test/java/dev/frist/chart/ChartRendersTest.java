package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every set of values passes Helm's lint and becomes objects that Kubernetes and its operators know every field of. */
class ChartRendersTest {

    @TempDir
    Path folder;

    static Stream<Rendered> all() {
        return Rendered.all();
    }

    static List<String> valueSets() {
        return Rendered.valueSets();
    }

    @Test
    void thereAreAtLeastEightSetsOfValues() {
        assertThat(Rendered.valueSets()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void theChartLintsWithoutValues() {
        LintResult lint = new Helm(Rendered.CHART).lint().strict().call();
        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void lintsWithValues(String set) throws IOException {
        Path chart = folder.resolve("frist");
        Rendered.copy(Rendered.CHART, chart);
        JsonNode values = Rendered.YAML.readTree(Files.readString(Rendered.CHART.resolve("values.yaml")));
        Rendered.YAML.readerForUpdating(values).readValue(Files.readString(Rendered.valuesOf(set)));
        Files.writeString(chart.resolve("values.yaml"), Rendered.YAML.writeValueAsString(values));
        LintResult lint = new Helm(chart).lint().strict().call();
        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFieldIsKnown(Rendered rendered) {
        assertThat(rendered.objects()).hasSizeGreaterThan(4).allSatisfy(StrictModel::read);
    }

    @Test
    void anUnknownFieldWouldBeFound() {
        for (JsonNode object : Rendered.of("production").objects()) {
            ObjectNode wrong = object.deepCopy();
            JsonNode spec = wrong.path("spec");
            ((ObjectNode) (spec.isObject() ? spec : wrong.path("metadata"))).put("notAField", 1);
            assertThatThrownBy(() -> StrictModel.read(wrong))
                    .hasMessageContaining(object.path("kind").asText());
        }
        ObjectNode wrong = Rendered.of("production").workload().deepCopy();
        ((ObjectNode) wrong.at("/spec/template/spec/containers/0/securityContext")).put("readOnlyRootFileSystem", true);
        assertThatThrownBy(() -> StrictModel.read(wrong)).hasStackTraceContaining("readOnlyRootFileSystem");
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTwoObjectsShareAName(Rendered rendered) {
        Set<String> names = new HashSet<>();
        assertThat(rendered.objects())
                .allSatisfy(object -> assertThat(names.add(object.path("kind").asText() + Rendered.nameOf(object)))
                        .isTrue())
                .allSatisfy(object -> assertThat(Rendered.nameOf(object))
                        .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
                        .hasSizeLessThan(64));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everythingIsInTheNamespaceAndLabelled(Rendered rendered) {
        assertThat(rendered.objects()).allSatisfy(object -> {
            assertThat(object.at("/metadata/namespace").asText()).isEqualTo(Rendered.NAMESPACE);
            JsonNode labels = object.at("/metadata/labels");
            assertThat(labels.path("app.kubernetes.io/instance").asText()).isEqualTo(Rendered.RELEASE);
            assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo("frist");
            assertThat(labels)
                    .allSatisfy(label ->
                            assertThat(label.asText()).matches("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?"));
        });
    }

    @Test
    void labelsAndAnnotationsOfOnesOwnAreOnEverything() {
        Rendered rendered = Rendered.of("production");
        assertThat(rendered.objects()).allSatisfy(object -> {
            assertThat(object.at("/metadata/labels/team").asText()).isEqualTo("payments");
            assertThat(object.at("/metadata/annotations/contact").asText()).isEqualTo("payments-oncall");
        });
        JsonNode pod = rendered.processor().metadata();
        assertThat(pod.at("/labels/cost-centre").asText()).isEqualTo("4711");
        assertThat(pod.at("/annotations/audit").asText()).isEqualTo("true");
        assertThat(pod.at("/annotations/contact").asText()).isEqualTo("payments-oncall");
    }

    @Test
    void theChartHasTheVersionOfTheBuild() throws IOException {
        JsonNode chart = Rendered.YAML.readTree(Files.readString(Rendered.CHART.resolve("Chart.yaml")));
        assertThat(chart.path("version").asText()).isEqualTo(System.getProperty("frist.version"));
        assertThat(chart.path("appVersion").asText()).isEqualTo(System.getProperty("frist.version"));
        assertThat(Rendered.of("minimal").processor().container().path("image").asText())
                .isEqualTo("registry.example/frist:" + System.getProperty("frist.version"));
    }
}
