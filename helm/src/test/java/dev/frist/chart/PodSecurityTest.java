package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod, also those of Jobs and of helm test, passes Kubernetes' restricted Pod Security Standard, and more. */
class PodSecurityTest {

    /** Variables whose names tell of a secret. */
    private static final Pattern TELLING =
            Pattern.compile(".*(PASSWORD|SECRET|TOKEN|USER_INFO|JAAS|PRIVATE_KEY|KEYSTORE_KEY).*");

    static Stream<Rendered> all() {
        return Rendered.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobodyIsRootOrBecomesRoot(Rendered rendered) {
        assertThat(rendered.pods()).hasSizeGreaterThan(1).allSatisfy(pod -> {
            JsonNode security = pod.spec().path("securityContext");
            assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(security.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            JsonNode container = pod.container().path("securityContext");
            assertThat(container.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(container.path("privileged").asBoolean(true)).isFalse();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(container.at("/capabilities/add").isMissingNode()).isTrue();
            assertThat(container.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(List.of("hostNetwork", "hostPID", "hostIPC", "hostAliases"))
                    .noneMatch(pod.spec()::has);
            assertThat(Pod.list(pod.spec().path("volumes"))).noneMatch(volume -> volume.has("hostPath"));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void idsAreNumbersUnlessThePlatformAssignsThem(Rendered rendered) {
        boolean assigned = rendered.name().equals("no-network-policy");
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(List.of("runAsUser", "runAsGroup", "fsGroup"))
                        .allSatisfy(id -> assertThat(pod.spec()
                                        .path("securityContext")
                                        .path(id)
                                        .asInt())
                                .isEqualTo(assigned ? 0 : 10001)));
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(pod.spec().path("securityContext").has("runAsUser"))
                        .isNotEqualTo(assigned));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noPodHasATokenOfTheCluster(Rendered rendered) {
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(
                                pod.spec().path("automountServiceAccountToken").asBoolean(true))
                        .isFalse());
        assertThat(rendered.ofKind("ServiceAccount"))
                .allSatisfy(account -> assertThat(
                                account.path("automountServiceAccountToken").asBoolean(true))
                        .isFalse());
    }

    @Test
    void theServiceAccountIsItsOwnOrTheOneNamed() {
        assertThat(Rendered.of("minimal")
                        .processor()
                        .spec()
                        .path("serviceAccountName")
                        .asText())
                .isEqualTo(Rendered.nameOf(Rendered.of("minimal").find("ServiceAccount", "")));
        assertThat(Rendered.of("no-network-policy").ofKind("ServiceAccount")).isEmpty();
        assertThat(Rendered.of("no-network-policy")
                        .processor()
                        .spec()
                        .path("serviceAccountName")
                        .asText())
                .isEqualTo("shared");
    }

    @ParameterizedTest
    @MethodSource("all")
    void memoryIsBoundedAndAskedForInFull(Rendered rendered) {
        assertThat(rendered.pods()).allSatisfy(pod -> {
            JsonNode resources = pod.container().path("resources");
            assertThat(resources.at("/limits/memory").asText()).isNotEmpty();
            assertThat(resources.at("/requests/memory")).isEqualTo(resources.at("/limits/memory"));
            assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
            assertThat(pod.volume("tmp").at("/emptyDir/sizeLimit").asText()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void noSecretIsWrittenDown(Rendered rendered) {
        assertThat(rendered.ofKind("Secret")).isEmpty();
        assertThat(PodFiles.settings(rendered)).allSatisfy((name, value) -> {
            if (SecretSettings.has(name.toString())) {
                assertThat(value.toString()).contains("${");
            }
            assertThat(value.toString()).doesNotContainPattern("://[^/]*@");
        });
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(Pod.list(pod.container().path("env")))
                        .filteredOn(variable ->
                                TELLING.matcher(variable.path("name").asText()).matches())
                        .allSatisfy(variable ->
                                assertThat(variable.has("valueFrom")).isTrue()));
    }

    /** The names that Kafka and the registry's client hold secret are those that the schema asks a reference of. */
    @Test
    void theSchemaKnowsEverySecretSetting() throws IOException {
        Pattern asked = Pattern.compile(Rendered.YAML
                .readTree(Rendered.CHART.resolve("values.schema.json").toFile())
                .at("/properties/config/patternProperties")
                .fieldNames()
                .next());
        assertThat(SecretSettings.names())
                .hasSizeGreaterThan(10)
                .allMatch(name -> asked.matcher(name).find());
        assertThat(Stream.of("sasl.oauthbearer.token.endpoint.url", "bootstrap.servers", "ssl.keystore.location"))
                .noneMatch(name -> asked.matcher(name).find());
    }

    @ParameterizedTest
    @MethodSource("all")
    void secretsAreReadableToTheGroupOnlyAndOnlyWhatIsNeeded(Rendered rendered) {
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(Pod.list(pod.spec().path("volumes")))
                        .filteredOn(volume -> volume.has("secret"))
                        .allSatisfy(volume -> {
                            assertThat(volume.at("/secret/defaultMode").asInt()).isEqualTo(0440);
                            assertThat(volume.at("/secret/items")).isNotEmpty();
                            assertThat(volume.at("/secret/optional").asBoolean(false))
                                    .isFalse();
                        }));
    }
}
