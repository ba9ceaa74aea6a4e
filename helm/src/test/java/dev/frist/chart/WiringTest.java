package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What speaks of something else speaks of something that is there. */
class WiringTest {

    static Stream<Rendered> all() {
        return Rendered.all();
    }

    /** The labels that each selector asks for. */
    private static Stream<JsonNode> selectors(Rendered rendered) {
        return rendered.objects().stream()
                .flatMap(object -> Stream.of(
                        object.path("kind").asText().equals("Service")
                                ? object.at("/spec/selector")
                                : object.at("/spec/selector/matchLabels"),
                        object.at("/spec/podSelector/matchLabels"),
                        object.at(
                                "/spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector/matchLabels"),
                        object.at(
                                "/spec/template/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm/labelSelector/matchLabels"),
                        object.at("/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels")))
                .filter(selector -> !selector.isMissingNode());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySelectorChoosesEitherTheProcessorsPodOrTheOthers(Rendered rendered) {
        assertThat(selectors(rendered)).hasSizeGreaterThan(1).allSatisfy(selector -> {
            List<Pod> chosen = rendered.pods().stream()
                    .filter(pod -> pod.isChosenBy(selector))
                    .toList();
            assertThat(chosen.equals(List.of(rendered.processor()))
                            || chosen.equals(rendered.pods().stream()
                                    .filter(pod -> !pod.owner()
                                            .equals(rendered.processor().owner()))
                                    .toList()))
                    .as("%s chooses %s", selector, chosen)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void monitorsChooseAServiceOrAPodByLabels(Rendered rendered) {
        assertThat(rendered.ofKind("ServiceMonitor")).allSatisfy(monitor -> {
            JsonNode labels = rendered.find("Service", "").at("/metadata/labels");
            assertThat(monitor.at("/spec/selector/matchLabels").properties())
                    .isNotEmpty()
                    .allSatisfy(
                            wanted -> assertThat(labels.path(wanted.getKey())).isEqualTo(wanted.getValue()));
            assertThat(monitor.at("/spec/endpoints/0/port"))
                    .isEqualTo(rendered.find("Service", "").at("/spec/ports/0/name"));
        });
        assertThat(rendered.ofKind("PodMonitor"))
                .allSatisfy(monitor -> assertThat(monitor.at("/spec/podMetricsEndpoints/0/port"))
                        .isEqualTo(rendered.processor().container().at("/ports/0/name")));
    }

    @Test
    void monitorsAreThere() {
        assertThat(Rendered.of("production").ofKind("PodMonitor"))
                .singleElement()
                .satisfies(monitor -> assertThat(
                                monitor.at("/metadata/labels/release").asText())
                        .isEqualTo("prometheus"));
        assertThat(Rendered.of("monitoring").ofKind("ServiceMonitor")).hasSize(1);
        assertThat(Rendered.of("minimal").ofKind("ServiceMonitor")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void portsAreWhereTheProgramListens(Rendered rendered) {
        JsonNode container = rendered.processor().container();
        String port = PodFiles.settings(rendered).getProperty("management.port");
        assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(port);
        assertThat(PodFiles.settings(rendered).getProperty("management.host")).isEqualTo("0.0.0.0");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("management");
        }
        JsonNode service = rendered.find("Service", "").at("/spec/ports/0");
        assertThat(service.path("targetPort").asText()).isEqualTo("management");
        assertThat(service.path("port").asText()).isEqualTo(port);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMountHasItsVolumeAndEveryVolumeAMount(Rendered rendered) {
        assertThat(rendered.pods()).allSatisfy(pod -> {
            Set<String> volumes = new HashSet<>(pod.claims());
            Pod.list(pod.spec().path("volumes"))
                    .forEach(
                            volume -> assertThat(volumes.add(volume.path("name").asText()))
                                    .isTrue());
            Set<String> mounted = new HashSet<>();
            Set<String> paths = new HashSet<>();
            Pod.list(pod.container().path("volumeMounts")).forEach(mount -> {
                mounted.add(mount.path("name").asText());
                assertThat(paths.add(mount.path("mountPath").asText())).isTrue();
            });
            assertThat(mounted).isEqualTo(volumes);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void configMapsThatAreMountedAreThereInTime(Rendered rendered) {
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(Pod.list(pod.spec().path("volumes")))
                        .filteredOn(volume -> volume.has("configMap"))
                        .filteredOn(volume -> !List.of("window-policies", "plugins")
                                .contains(volume.at("/configMap/name").asText()))
                        .allSatisfy(volume -> {
                            JsonNode mounted = rendered.ofKind("ConfigMap").stream()
                                    .filter(map -> map.at("/metadata/name").equals(volume.at("/configMap/name")))
                                    .findFirst()
                                    .orElseThrow();
                            // What a hook mounts must be a hook that comes earlier: nothing else is there yet.
                            boolean beforehand = pod.owner().startsWith("Job ");
                            assertThat(mounted.at("/metadata/annotations").has("helm.sh/hook"))
                                    .isEqualTo(beforehand);
                        }));
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyStateAndTemporaryFilesAreWrittenTo(Rendered rendered) {
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(Pod.list(pod.container().path("volumeMounts")))
                        .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                        .extracting(mount -> mount.path("mountPath").asText())
                        .isSubsetOf("/var/lib/frist", "/tmp")
                        .contains("/tmp"));
        assertThat(PodFiles.settings(rendered).getProperty("state.dir")).isEqualTo("/var/lib/frist");
    }

    @Test
    void imagesGoByDigestWhereThereIsOne() {
        assertThat(Rendered.of("production").pods()).hasSize(4).allSatisfy(pod -> {
            assertThat(pod.container().path("image").asText())
                    .matches("registry\\.example/payments/frist@sha256:[0-9a-f]{64}");
            assertThat(pod.spec().at("/imagePullSecrets/0/name").asText()).isEqualTo("registry-pull");
        });
        assertThat(Rendered.of("deployment")
                        .processor()
                        .container()
                        .path("image")
                        .asText())
                .isEqualTo("registry.example/frist:1.2.3");
    }
}
