package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what the distribution is made of says of every library which bytes it is, and of nothing else. */
class DistributionIT {

    private static final Path DISTRIBUTION =
            Dockerfile.CONTEXT.resolve("target").resolve("frist");

    private final JsonNode sbom =
            new ObjectMapper().readTree(DISTRIBUTION.resolve("sbom.cdx.json").toFile());

    DistributionIT() throws IOException {}

    @Test
    void itListsWhatLibHolds() throws Exception {
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode component : sbom.path("components")) {
            listed.put(
                    component.path("name").asText() + "-"
                            + component.path("version").asText() + ".jar",
                    sha256(component));
        }
        Map<String, String> held = new TreeMap<>();
        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                held.put(jar.getFileName().toString(), sha256(Files.readAllBytes(jar)));
            }
        }
        // The processor itself is what the list is about.
        String own = "frist-processor-" + System.getProperty("frist.version") + ".jar";
        assertThat(held.remove(own)).isNotNull();
        assertThat(sbom.at("/metadata/component/name").asText()).isEqualTo("frist-processor");
        assertThat(held).hasSizeGreaterThan(30).isEqualTo(listed);
    }

    @Test
    void itSaysWhereEachComesFromAndUnderWhichLicence() {
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(Pod.list(sbom.path("components")))
                .allSatisfy(
                        component -> assertThat(component.path("purl").asText()).startsWith("pkg:maven/"))
                .allSatisfy(component -> assertThat(component.path("licenses"))
                        .as(component.path("name").asText())
                        .isNotEmpty());
    }

    /** Two builds of one commit give the same list: no time, no random number. */
    @Test
    void itIsTheSameEveryTime() {
        assertThat(sbom.at("/metadata/timestamp").isMissingNode()).isTrue();
        // Version 3: made from a name.
        assertThat(sbom.path("serialNumber").asText()).matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-3.*");
    }

    private static String sha256(JsonNode component) {
        return Pod.list(component.path("hashes")).stream()
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElse("");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
