package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps a pod alive for as long as it should be: replicas, membership, probes and grace. */
class WorkloadTest {

    static Stream<Rendered> all() {
        return Rendered.all();
    }

    private static Duration setting(Rendered rendered, String name) {
        return Duration.parse(PodFiles.settings(rendered).getProperty(name));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGraceIsLongerThanTheStopMayTake(Rendered rendered) {
        long grace = rendered.processor()
                .spec()
                .path("terminationGracePeriodSeconds")
                .asLong();
        assertThat(grace).isGreaterThan(setting(rendered, "close.timeout").toSeconds() + 10);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theStartupProbeWaitsForTheBrokersAndTheOthersForTheStartupProbe(Rendered rendered) {
        JsonNode container = rendered.processor().container();
        JsonNode startup = container.path("startupProbe");
        long allowed = startup.path("periodSeconds").asLong()
                * startup.path("failureThreshold").asLong();
        // The endpoint opens once brokers and registry have answered.
        assertThat(allowed)
                .isGreaterThanOrEqualTo(setting(rendered, "startup.timeout").toSeconds() + 60);
        assertThat(container.at("/livenessProbe/initialDelaySeconds").isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLongRestoreKillsNoPod(Rendered rendered) {
        JsonNode container = rendered.processor().container();
        // Live, unlike ready, holds while it restores.
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
        JsonNode liveness = container.path("livenessProbe");
        assertThat(liveness.path("periodSeconds").asLong()
                        * liveness.path("failureThreshold").asLong())
                .isGreaterThanOrEqualTo(30);
        JsonNode deadline = rendered.workload().at("/spec/progressDeadlineSeconds");
        assertThat(deadline.isMissingNode() || deadline.asLong() >= 3600).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void thereIsAlwaysAPod(Rendered rendered) {
        JsonNode replicas = rendered.workload().at("/spec/replicas");
        Optional<JsonNode> scaled = Stream.concat(
                        rendered.ofKind("ScaledObject").stream().map(object -> object.at("/spec/minReplicaCount")),
                        rendered.ofKind("HorizontalPodAutoscaler").stream()
                                .map(object -> object.at("/spec/minReplicas")))
                .findFirst();
        assertThat(scaled.orElse(replicas).asInt()).isGreaterThanOrEqualTo(1);
        // Two that set it would pull at it.
        assertThat(replicas.isMissingNode()).isEqualTo(scaled.isPresent());
        assertThat(rendered.objects())
                .noneSatisfy(object -> assertThat(object.at("/spec/idleReplicaCount"))
                        .isNotNull()
                        .extracting(JsonNode::isMissingNode)
                        .isEqualTo(false));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatScalesAimsAtTheWorkload(Rendered rendered) {
        JsonNode workload = rendered.workload();
        assertThat(Stream.concat(
                        rendered.ofKind("ScaledObject").stream(), rendered.ofKind("HorizontalPodAutoscaler").stream()))
                .allSatisfy(scaler -> {
                    JsonNode target = scaler.at("/spec/scaleTargetRef");
                    assertThat(target.path("kind")).isEqualTo(workload.path("kind"));
                    assertThat(target.path("name")).isEqualTo(workload.at("/metadata/name"));
                    assertThat(target.path("apiVersion")).isEqualTo(workload.path("apiVersion"));
                });
    }

    @ParameterizedTest
    @MethodSource("all")
    void aDrainIsNeverBlocked(Rendered rendered) {
        assertThat(rendered.ofKind("PodDisruptionBudget")).allSatisfy(budget -> {
            assertThat(budget.at("/spec/minAvailable").isMissingNode()).isTrue();
            assertThat(budget.at("/spec/maxUnavailable").asText()).isNotEmpty().isNotIn("0", "0%");
        });
        assertThat(rendered.ofKind("PodDisruptionBudget"))
                .hasSize(rendered.name().equals("no-claims") ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyNamesThatComeBackAreStaticMembers(Rendered rendered) {
        boolean statefulSet = rendered.workload().path("kind").asText().equals("StatefulSet");
        JsonNode variable = Pod.list(rendered.processor().container().path("env")).stream()
                .filter(env -> env.path("name").asText().equals("FRIST_GROUP_INSTANCE_ID"))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        assertThat(variable.at("/valueFrom/fieldRef/fieldPath").asText()).isEqualTo(statefulSet ? "metadata.name" : "");
        if (statefulSet) {
            assertThat(rendered.workload().at("/spec/serviceName").asText())
                    .isEqualTo(Rendered.nameOf(rendered.find("Service", "")));
            assertThat(rendered.find("Service", "").at("/spec/clusterIP").asText())
                    .isEqualTo("None");
        }
    }

    @Test
    void stateLivesInAClaimUnlessItIsToldNotTo() {
        JsonNode claim = Rendered.of("production").workload().at("/spec/volumeClaimTemplates/0");
        assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("50Gi");
        assertThat(claim.at("/spec/accessModes/0").asText()).isEqualTo("ReadWriteOncePod");
        assertThat(claim.at("/spec/storageClassName").asText()).isEqualTo("fast");
        JsonNode retention = Rendered.of("production").workload().at("/spec/persistentVolumeClaimRetentionPolicy");
        assertThat(retention.path("whenDeleted").asText()).isEqualTo("Delete");
        assertThat(retention.path("whenScaled").asText()).isEqualTo("Retain");
        assertThat(Rendered.of("deployment")
                        .processor()
                        .volume("state")
                        .at("/ephemeral/volumeClaimTemplate/spec/resources/requests/storage")
                        .asText())
                .isEqualTo("5Gi");
        assertThat(Rendered.of("no-claims")
                        .processor()
                        .volume("state")
                        .at("/emptyDir/sizeLimit")
                        .asText())
                .isEqualTo("2Gi");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aChangeOfSettingsRollsThePods(Rendered rendered) {
        assertThat(rendered.processor()
                        .metadata()
                        .at("/annotations/checksum~1settings")
                        .asText())
                .hasSize(64);
    }

    @Test
    void heapAndCacheFitIntoTheMemory() {
        assertThat(Stream.of("minimal", "production").map(Rendered::of)).allSatisfy(rendered -> {
            Pod pod = rendered.processor();
            long limit = Quantities.bytes(
                    pod.container().at("/resources/limits/memory").asText());
            double heap = Double.parseDouble(
                    pod.environment().get("FRIST_JAVA_OPTS").replaceAll(".*MaxRAMPercentage=([0-9.]+).*", "$1"));
            long cache = Long.parseLong(
                    PodFiles.settings(rendered).getProperty("rocksdb.block.cache.bytes", Long.toString(64 << 20)));
            // What else there is: metaspace, code, threads, network buffers.
            assertThat((double) limit * heap / 100 + cache + (256 << 20)).isLessThan((double) limit);
        });
    }

    @Test
    void podsKeepApart() {
        JsonNode production = Rendered.of("production").processor().spec();
        JsonNode apart = production.at("/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0");
        assertThat(apart.path("topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
        JsonNode spread = production.at("/topologySpreadConstraints/0");
        assertThat(spread.path("topologyKey").asText()).isEqualTo("topology.kubernetes.io/zone");
        assertThat(spread.path("whenUnsatisfiable").asText()).isEqualTo("DoNotSchedule");
        assertThat(production.at("/nodeSelector/pool").asText()).isEqualTo("stateful");
        assertThat(production.at("/tolerations/0/key").asText()).isEqualTo("stateful");
        assertThat(production.path("priorityClassName").asText()).isEqualTo("payments-high");
        JsonNode minimal = Rendered.of("minimal").processor().spec();
        assertThat(minimal.at(
                                "/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm/topologyKey")
                        .asText())
                .isEqualTo("kubernetes.io/hostname");
        JsonNode none = Rendered.of("no-claims").processor().spec();
        assertThat(none.has("affinity") || none.has("topologySpreadConstraints"))
                .isFalse();
        JsonNode own = Rendered.of("external-policies").processor().spec().path("affinity");
        assertThat(own.has("nodeAffinity") && !own.has("podAntiAffinity")).isTrue();
    }

    @Test
    void lagIsThatOfTheEventTopics() {
        JsonNode spec =
                Rendered.of("autoscaled-keda").ofKind("ScaledObject").get(0).path("spec");
        assertThat(Pod.list(spec.path("triggers")).stream()
                        .map(trigger -> trigger.at("/metadata/topic").asText()))
                .containsExactly("shop.orders", "shop.returns", "shop.invoice-corrections");
        assertThat(Pod.list(spec.path("triggers"))).allSatisfy(trigger -> {
            assertThat(trigger.at("/metadata/consumerGroup").asText()).isEqualTo("frist");
            assertThat(trigger.at("/metadata/lagThreshold").asText()).isEqualTo("1000000");
            assertThat(trigger.at("/authenticationRef/name").asText()).isEqualTo("frist-kafka");
        });
        JsonNode metric = Rendered.of("autoscaled-hpa")
                .ofKind("HorizontalPodAutoscaler")
                .get(0)
                .at("/spec/metrics/0");
        assertThat(metric.at("/external/metric/name").asText()).isEqualTo("kafka_consumergroup_lag");
        assertThat(metric.at("/external/target/averageValue").asText()).isEqualTo("5000");
    }
}
