package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program itself reads what the pod would give it, files and environment: it refuses what it does not know, what it
 * can't resolve and what does not fit together.
 */
class SettingsKnownTest {

    private static final Path DISTRIBUTION = Path.of("..", "processor", "src", "main", "dist");

    @TempDir
    Path folder;

    static Stream<Rendered> all() {
        return Rendered.all();
    }

    private record Answer(int status, String text) {}

    /** {@code frist config} in a process of its own, since only there can an environment be given. */
    private Answer config(PodFiles files, Map<String, String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.frist.cli.Frist",
                "config"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(files.environment());
        builder.environment().putAll(more);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }

    private PodFiles layDown(Rendered rendered) throws IOException {
        return PodFiles.layDown(rendered, rendered.processor(), folder.toRealPath());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theProgramTakesThemAll(Rendered rendered) throws Exception {
        PodFiles files = layDown(rendered);
        Answer answer = config(files, Map.of());
        assertThat(answer.status()).as(answer.text()).isZero();
        PodFiles.settings(rendered)
                .forEach((name, value) -> assertThat(answer.text().lines())
                        .anyMatch(line -> line.startsWith(name + "=") && line.endsWith("frist.properties")));
        assertThat(answer.text()).doesNotContain("stands-in-for");
    }

    @Test
    void theProgramRefusesAnUnknownSettingFromTheFileAndFromTheEnvironment() throws Exception {
        PodFiles files = layDown(Rendered.of("minimal"));
        assertThat(config(files, Map.of("FRIST_CLOSE_TIMEOUTS", "PT1S")).text())
                .contains("unknown setting close.timeouts (from environment variable FRIST_CLOSE_TIMEOUTS)");
        Path file = folder.toRealPath().resolve("etc/frist/frist.properties");
        Files.writeString(file, Files.readString(file) + "\nfacts.maximum=1\n");
        assertThat(config(files, Map.of()).text()).contains("unknown setting facts.maximum (from " + file);
    }

    @Test
    void theProgramRefusesASecretThatIsNotMounted() throws Exception {
        PodFiles files = layDown(Rendered.of("sasl"));
        Files.delete(folder.toRealPath().resolve("run/secrets/frist/kafka-sasl/pass"));
        assertThat(config(files, Map.of()).text()).contains("sasl.jaas.config", "which is not there");
    }

    /** Variables that are no settings: the start script, the logging or a library must speak of each. */
    @ParameterizedTest
    @MethodSource("all")
    void variablesThatAreNoSettingsAreKnownToo(Rendered rendered) throws Exception {
        TreeSet<String> known = new TreeSet<>(List.of("FRIST_CONFIG", "ROCKSDB_SHAREDLIB_DIR"));
        for (Path file : List.of(
                DISTRIBUTION.resolve("bin/frist"),
                DISTRIBUTION.resolve("conf/logback.xml"),
                DISTRIBUTION.resolve("conf/log-json.xml"))) {
            Pattern.compile("\\$\\{(FRIST_[A-Z_]+)")
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(reference -> known.add(reference.substring(2)));
        }
        assertThat(known).contains("FRIST_LOG_KAFKA", "FRIST_JAVA_OPTS");
        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(pod.environment().keySet())
                        .filteredOn(name -> !name.startsWith("FRIST_SECRET_"))
                        .filteredOn(name ->
                                !name.startsWith("FRIST_") || name.matches("FRIST_(CONFIG|HOME|JAVA_OPTS|LOG_.*)"))
                        .isSubsetOf(known));
    }

    @Test
    void rocksDbLooksForTheFolderInTheVariableThatIsSet() throws IOException {
        String loader = new String(
                org.rocksdb.RocksDB.class.getResourceAsStream("RocksDB.class").readAllBytes(),
                StandardCharsets.ISO_8859_1);
        assertThat(loader).contains("ROCKSDB_SHAREDLIB_DIR");
    }
}
