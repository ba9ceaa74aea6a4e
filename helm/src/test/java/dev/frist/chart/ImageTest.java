package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.cli.Frist;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The image's description, and that the chart agrees with it. */
class ImageTest {

    private final Dockerfile image = Dockerfile.read();

    ImageTest() throws IOException {}

    static Stream<Rendered> all() {
        return Rendered.all();
    }

    @Test
    void theBaseIsAJreThatCanBePinned() {
        assertThat(image.pairs("ARG").get("JRE_IMAGE"))
                .matches("[a-z0-9./-]+:(1[7-9]|[2-9]\\d)-jre-[a-z]+")
                .doesNotContain("latest");
        assertThat(image.only("FROM")).isEqualTo("${JRE_IMAGE}");
    }

    @Test
    void theUserIsANumberThatIsNotRoot() {
        assertThat(image.only("USER")).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        String[] ids = image.only("USER").split(":", -1);
        assertThat(Rendered.of("minimal")
                        .processor()
                        .spec()
                        .at("/securityContext/runAsUser")
                        .asText())
                .isEqualTo(ids[0]);
        assertThat(Rendered.of("minimal")
                        .processor()
                        .spec()
                        .at("/securityContext/runAsGroup")
                        .asText())
                .isEqualTo(ids[1]);
        assertThat(image.only("RUN")).contains("-o " + ids[0] + " -g " + ids[1], " /var/lib/frist");
    }

    @Test
    void noShellStandsBetweenASignalAndTheProgram() throws IOException {
        assertThat(image.list("ENTRYPOINT")).containsExactly("/opt/frist/bin/frist");
        assertThat(image.list("CMD")).containsExactly("run");
        assertThat(Files.readString(Dockerfile.CONTEXT.resolve("src/main/dist/bin/frist")))
                .contains("\nexec \"$java\"");
    }

    @Test
    void theHealthCheckIsACommandOfTheProgram() throws IOException {
        List<String> check = image.healthCheck();
        assertThat(check).startsWith(image.list("ENTRYPOINT").get(0), "health");
        assertThat(Frist.commandLine()
                        .parseArgs(check.subList(1, check.size()).toArray(String[]::new))
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theChartMountsWhatTheImageWritesTo(Rendered rendered) throws IOException {
        assertThat(image.list("VOLUME")).containsExactlyInAnyOrder("/var/lib/frist", "/tmp");
        assertThat(Pod.list(rendered.processor().container().path("volumeMounts")).stream()
                        .filter(mount -> !mount.path("readOnly").asBoolean())
                        .map(mount -> mount.path("mountPath").asText()))
                .containsExactlyInAnyOrderElementsOf(image.list("VOLUME"));
        assertThat(image.pairs("ENV"))
                .containsEntry("FRIST_STATE_DIR", PodFiles.settings(rendered).getProperty("state.dir"))
                .containsEntry("ROCKSDB_SHAREDLIB_DIR", "/tmp");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theChartTakesNoOptionOfTheJvmAway(Rendered rendered) {
        String heap = "-XX:MaxRAMPercentage=";
        assertThat(rendered.pods()).allSatisfy(pod -> {
            List<String> options =
                    List.of(pod.environment().get("FRIST_JAVA_OPTS").split(" "));
            assertThat(Stream.of(image.pairs("ENV").get("FRIST_JAVA_OPTS").split(" "))
                            .filter(option -> !option.startsWith(heap)))
                    .contains("-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/tmp")
                    .allMatch(options::contains);
            assertThat(options).filteredOn(option -> option.startsWith(heap)).hasSize(1);
        });
    }

    @Test
    void optionsOfOnesOwnComeLast() {
        assertThat(Rendered.of("external-policies").processor().environment().get("FRIST_JAVA_OPTS"))
                .startsWith("-XX:MaxRAMPercentage=40.5 ")
                .endsWith(" -XX:+UseZGC -Xss512k");
    }

    @Test
    void theExposedPortIsTheDefaultOfProgramAndChart() {
        assertThat(image.only("EXPOSE"))
                .isEqualTo(PodFiles.settings(Rendered.of("minimal")).getProperty("management.port"));
    }

    @Test
    void onlyTheDistributionIsSentToTheEngine() throws IOException {
        assertThat(Files.readAllLines(Dockerfile.CONTEXT.resolve(".dockerignore")))
                .containsExactly("*", "!target/frist");
        assertThat(image.copies())
                .singleElement()
                .isEqualTo(new Dockerfile.Copy(Dockerfile.CONTEXT.resolve("target/frist"), "/opt/frist"));
    }

    @Test
    void theLabelsSayWhatItIs() {
        assertThat(image.pairs("LABEL"))
                .containsAllEntriesOf(Map.of(
                        "org.opencontainers.image.title", "Frist", "org.opencontainers.image.licenses", "Apache-2.0"));
    }
}
