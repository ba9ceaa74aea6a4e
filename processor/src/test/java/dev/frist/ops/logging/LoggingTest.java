package dev.frist.ops.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.Logger;

/** The shipped configuration of Logback: what a person reads, what a machine reads, and what can be changed when. */
@ResourceLock(Resources.SYSTEM_ERR)
class LoggingTest {

    private static final Path SHIPPED = Path.of("src", "main", "dist", "conf");

    @TempDir
    Path home;

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void copyTheConfiguration() throws IOException {
        Path conf = Files.createDirectory(home.resolve("conf"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".xml")).toList()) {
                Files.copy(file, conf.resolve(file.getFileName()));
            }
        }
        context.setMDCAdapter(mdc);
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        context.stop();
        System.setErr(stderr);
    }

    private void configure(Map<String, String> environment) throws Exception {
        context.putProperty("frist.home", home.toString());
        environment.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(home.resolve("conf").resolve("logback.xml").toFile());
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<JsonNode> objects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : lines()) {
            objects.add(new ObjectMapper().readTree(line));
        }
        return objects;
    }

    @Test
    void forMachinesEachEntryIsOneObjectOnOneLineWhateverItHolds() throws Exception {
        configure(Map.of("FRIST_LOG_FORMAT", "json"));
        mdc.put("task", "0_1");
        Exception failure = new IllegalStateException("a \"quoted\"\nmessage", new IOException("\u0000 \u2028 ü"));
        Logger log = context.getLogger("dev.frist.Something");
        log.info("two\nlines and a {}", "\t\"tab\"");
        log.error("it failed", failure);
        assertThat(objects()).hasSize(2);
        JsonNode plain = objects().get(0);
        assertThat(plain.get("formattedMessage").asText()).isEqualTo("two\nlines and a \t\"tab\"");
        assertThat(plain.get("level").asText()).isEqualTo("INFO");
        assertThat(plain.get("loggerName").asText()).isEqualTo("dev.frist.Something");
        assertThat(plain.get("timestamp").isNumber()).isTrue();
        assertThat(plain.get("threadName").asText()).isNotBlank();
        assertThat(plain.get("mdc").get("task").asText()).isEqualTo("0_1");
        JsonNode thrown = objects().get(1).get("throwable");
        assertThat(thrown.get("className").asText()).isEqualTo(IllegalStateException.class.getName());
        assertThat(thrown.get("message").asText()).isEqualTo(failure.getMessage());
        assertThat(thrown.get("stepArray")).isNotEmpty();
        assertThat(thrown.get("cause").get("message").asText()).endsWith("ü");
    }

    @Test
    void forPeopleEachEntryIsALine() throws Exception {
        configure(Map.of());
        context.getLogger("dev.frist.Something").info("well");
        assertThat(lines())
                .singleElement()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO +\\[.+] dev\\.frist\\.Something - well");
    }

    @Test
    void levelsAreSetByTheEnvironment() throws Exception {
        configure(Map.of("FRIST_LOG_LEVEL", "WARN", "FRIST_LOG_KAFKA", "ERROR", "FRIST_LOG_DECISIONS", "DEBUG"));
        assertThat(context.getLogger("dev.frist.topology.Sweeper").isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("dev.frist.decisions").isDebugEnabled()).isTrue();
        assertThat(context.getLogger("org.apache.kafka.clients").isWarnEnabled())
                .isFalse();
    }

    @Test
    void decisionsAreTracedAtTheLevelOfFristUnlessSaidOtherwise() throws Exception {
        configure(Map.of("FRIST_LOG_LEVEL", "DEBUG"));
        assertThat(context.getLogger("dev.frist.decisions").isDebugEnabled()).isTrue();
    }

    @Test
    void aLevelIsChangedAtRunTimeByChangingTheFile() throws Exception {
        Path file = home.resolve("conf").resolve("logback.xml");
        String shipped = Files.readString(file);
        assertThat(shipped).contains("scan=\"true\"", "scanPeriod=\"15 seconds\"");
        Files.writeString(file, shipped.replace("15 seconds", "100 milliseconds"));
        configure(Map.of());
        Logger decisions = context.getLogger("dev.frist.decisions");
        assertThat(decisions.isDebugEnabled()).isFalse();
        Files.writeString(file, Files.readString(file).replace("${FRIST_LOG_DECISIONS:-INHERITED}", "DEBUG"));
        assertThat(file.toFile().setLastModified(System.currentTimeMillis() + 5000))
                .isTrue();
        await().atMost(Duration.ofSeconds(20)).until(decisions::isDebugEnabled);
    }
}
