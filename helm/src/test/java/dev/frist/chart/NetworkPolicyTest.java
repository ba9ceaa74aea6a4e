package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {

    private static Set<Integer> ports(JsonNode rule) {
        Set<Integer> ports = new TreeSet<>();
        Pod.list(rule.path("ports")).forEach(port -> ports.add(port.path("port").asInt()));
        return ports;
    }

    /** Ports of the brokers, then of the registry, as the addresses have them; none stands for that of the scheme. */
    @ParameterizedTest
    @CsvSource({
        "minimal, 9092, 8081",
        "deployment, 9092 9094, 80",
        "sasl, 9095, 443 8443",
        "production, 9093, 8443",
        "mtls, 9093, 8443"
    })
    void whatGoesOutIsDnsBrokersAndRegistry(String set, String brokers, String registry) {
        for (String suffix : List.of("", "-setup")) {
            JsonNode spec = Rendered.of(set).find("NetworkPolicy", suffix).path("spec");
            assertThat(spec.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
            assertThat(spec.path("egress")).hasSize(3);
            assertThat(ports(spec.at("/egress/0"))).containsExactly(53);
            assertThat(ports(spec.at("/egress/1"))).hasToString("[" + brokers.replace(" ", ", ") + "]");
            assertThat(ports(spec.at("/egress/2"))).hasToString("[" + registry.replace(" ", ", ") + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "production"})
    void whatComesInIsAskedOfTheManagementPort(String set) {
        JsonNode spec = Rendered.of(set).find("NetworkPolicy", "").path("spec");
        assertThat(spec.path("ingress")).hasSize(1);
        assertThat(spec.at("/ingress/0/ports")).hasSize(1);
        assertThat(spec.at("/ingress/0/ports/0/port").asText()).isEqualTo("management");
        assertThat(spec.at("/ingress/0/from")).hasSize(1);
        assertThat(spec.at("/ingress/0/from/0").toString())
                .isEqualTo(
                        set.equals("minimal")
                                ? "{\"podSelector\":{}}"
                                : "{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"monitoring\"}}}");
        assertThat(Rendered.of(set).find("NetworkPolicy", "-setup").path("spec").has("ingress"))
                .isFalse();
    }

    @Test
    void brokersAndRegistryCanBePinnedDown() {
        JsonNode spec = Rendered.of("production").find("NetworkPolicy", "").path("spec");
        for (int rule : List.of(1, 2)) {
            assertThat(spec.path("egress")
                            .get(rule)
                            .at("/to/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                            .asText())
                    .isEqualTo("kafka");
        }
    }

    @Test
    void itCanBeLeftToOthers() {
        assertThat(Rendered.of("no-network-policy").ofKind("NetworkPolicy")).isEmpty();
    }
}
