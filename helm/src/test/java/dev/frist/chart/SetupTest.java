package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frist.cli.Frist;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The Jobs that make topics and write policies before the processor starts. */
class SetupTest {

    @TempDir
    Path folder;

    static Stream<Rendered> all() {
        return Rendered.all();
    }

    private static JsonNode annotations(JsonNode object) {
        return object.at("/metadata/annotations");
    }

    @ParameterizedTest
    @MethodSource("all")
    void jobsRunBeforeTheReleaseAndAfterWhatTheyNeed(Rendered rendered) {
        assertThat(rendered.ofKind("Job")).allSatisfy(job -> {
            assertThat(annotations(job).path("helm.sh/hook").asText()).isEqualTo("pre-install,pre-upgrade");
            // One that failed stays for its log; one that is there from before makes room.
            assertThat(annotations(job).path("helm.sh/hook-delete-policy").asText())
                    .isEqualTo("before-hook-creation,hook-succeeded");
            assertThat(job.at("/spec/activeDeadlineSeconds").asInt()).isPositive();
            assertThat(job.at("/spec/backoffLimit").asInt()).isNotNegative();
            assertThat(Pod.of(job).spec().path("restartPolicy").asText()).isEqualTo("Never");
            int weight = annotations(job).path("helm.sh/hook-weight").asInt();
            assertThat(rendered.objects())
                    .filteredOn(object -> List.of("ConfigMap", "NetworkPolicy")
                            .contains(object.path("kind").asText()))
                    .filteredOn(object -> annotations(object).has("helm.sh/hook"))
                    .isNotEmpty()
                    .allSatisfy(needed -> assertThat(annotations(needed)
                                    .path("helm.sh/hook-weight")
                                    .asInt())
                            .isLessThan(weight));
        });
    }

    @Test
    void topicsComeBeforePolicies() {
        Rendered rendered = Rendered.of("production");
        JsonNode topics = rendered.find("Job", "-topics");
        JsonNode policies = rendered.find("Job", "-policies");
        assertThat(annotations(topics).path("helm.sh/hook-weight").asInt())
                .isLessThan(annotations(policies).path("helm.sh/hook-weight").asInt());
        assertThat(Pod.of(topics).arguments()).containsExactly("topics", "create");
        assertThat(Pod.of(policies).arguments()).containsExactly("policy", "apply", "/etc/frist-policies");
        assertThat(Rendered.of("minimal").ofKind("Job"))
                .singleElement()
                .extracting(Rendered::nameOf)
                .isEqualTo("returns-frist-topics");
        assertThat(Rendered.of("no-network-policy").ofKind("Job")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void jobsHaveTheSettingsOfTheProcessor(Rendered rendered) {
        assertThat(rendered.ofKind("Job")).allSatisfy(job -> {
            String name = Pod.of(job).volume("settings").at("/configMap/name").asText();
            assertThat(rendered.configMap(name).path("frist.properties"))
                    .isEqualTo(rendered.configMap(Rendered.nameOf(rendered.workload()))
                            .path("frist.properties"));
        });
    }

    @Test
    void jobsMayHaveCredentialsOfTheirOwnInTheSamePlace() {
        Rendered rendered = Rendered.of("production");
        assertThat(rendered.processor()
                        .volume("secret-kafka-sasl")
                        .at("/secret/secretName")
                        .asText())
                .isEqualTo("frist-user");
        assertThat(rendered.pods())
                .filteredOn(pod -> !pod.owner().equals(rendered.processor().owner()))
                .hasSize(3)
                .allSatisfy(pod -> {
                    assertThat(pod.volume("secret-kafka-sasl")
                                    .at("/secret/secretName")
                                    .asText())
                            .isEqualTo("frist-admin");
                    assertThat(pod.volume("secret-registry-auth")
                                    .at("/secret/secretName")
                                    .asText())
                            .isEqualTo("frist-registry-admin");
                    assertThat(pod.volume("secret-kafka-trust")
                                    .at("/secret/secretName")
                                    .asText())
                            .isEqualTo("payments-cluster-ca-cert");
                });
        assertThat(Pod.of(Rendered.of("mtls").find("Job", "-topics"))
                        .volume("secret-kafka-identity")
                        .at("/secret/secretName")
                        .asText())
                .isEqualTo("frist-admin-tls");
        assertThat(Pod.of(Rendered.of("sasl").find("Job", "-topics"))
                        .volume("secret-kafka-sasl")
                        .at("/secret/secretName")
                        .asText())
                .isEqualTo("kafka-login");
    }

    @Test
    void policiesArriveAsTheyWereWrittenAndAreValid() throws IOException {
        Rendered rendered = Rendered.of("production");
        Pod pod = Pod.of(rendered.find("Job", "-policies"));
        PodFiles files = PodFiles.layDown(rendered, pod, folder);
        StringWriter out = new StringWriter();
        CommandLine frist = Frist.commandLine();
        frist.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        int status = frist.execute("policy", "validate", files.arguments().get(2));
        assertThat(out).asString().contains("se-default@1").doesNotContain("..data");
        assertThat(out.toString().split("se-default@1", -1)).hasSize(2);
        assertThat(status).isZero();
    }

    @Test
    void policiesMayComeFromElsewhere() {
        Rendered rendered = Rendered.of("external-policies");
        assertThat(Pod.of(rendered.find("Job", "-policies"))
                        .volume("policies")
                        .at("/configMap/name")
                        .asText())
                .isEqualTo("window-policies");
        assertThat(rendered.ofKind("ConfigMap"))
                .noneMatch(map -> Rendered.nameOf(map).endsWith("-policies"));
    }

    @Test
    void helmTestChecksTheTopicsWithTheSettingsInForce() {
        JsonNode test = Rendered.of("minimal").find("Pod", "-topics-check");
        assertThat(annotations(test).path("helm.sh/hook").asText()).isEqualTo("test");
        assertThat(Pod.of(test).arguments()).containsExactly("topics", "check");
        assertThat(Pod.of(test).volume("settings").at("/configMap/name").asText())
                .isEqualTo("returns-frist");
        assertThat(annotations(Rendered.of("minimal").find("NetworkPolicy", "-setup"))
                        .path("helm.sh/hook")
                        .asText())
                .contains("test");
    }
}
