package dev.frist.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FristConfigTest {

    private static final Map<String, String> LEAST =
            Map.of("bootstrap.servers", "broker:9092", "schema.registry.url", "http://registry:8081");

    @TempDir
    Path folder;

    private static FristConfig config(String... namesAndValues) {
        return FristConfig.of(settings(namesAndValues));
    }

    private static Map<String, String> settings(String... namesAndValues) {
        Map<String, String> values = new HashMap<>(LEAST);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private static List<String> problems(SettingSources sources) {
        WrongSettingsException wrong =
                catchThrowableOfType(WrongSettingsException.class, () -> FristConfig.from(sources));
        assertThat(wrong).as("settings are refused").isNotNull();
        return wrong.problems().stream().map(SettingProblem::line).toList();
    }

    private static List<String> problems(String... namesAndValues) {
        return problems(new SettingSources().commandLine(settings(namesAndValues)));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("frist.properties"), String.join("\n", lines));
    }

    @Test
    void defaultsAreThoseOfTheRules() {
        FristConfig config = config();
        assertThat(config.limits()).isEqualTo(dev.frist.domain.order.Limits.DEFAULT);
        assertThat(config.policyLead()).isEqualTo(Duration.ofDays(1));
        assertThat(config.applicationId()).isEqualTo("frist");
        assertThat(config.topicPrefix()).isEmpty();
    }

    @Test
    void stateIsNotUnderTheTemporaryFolderUnlessToldSo() {
        assertThat(config().stateDir().toString()).doesNotStartWith(System.getProperty("java.io.tmpdir"));
        assertThat(config("state.dir", "/var/lib/frist").streams()).containsEntry("state.dir", "/var/lib/frist");
    }

    @Test
    void laterSourcesWin() throws IOException {
        Path file = file("facts.max=1", "clock.skew=PT1M", "retention=P2D", "bootstrap.servers=a:1");
        FristConfig config = FristConfig.from(new SettingSources()
                .file(file)
                .environment(Map.of(
                        "FRIST_CLOCK_SKEW",
                        "PT2M",
                        "FRIST_RETENTION",
                        "P3D",
                        "FRIST_SCHEMA_REGISTRY_URL",
                        "http://r:1"))
                .commandLine(Map.of("retention", "P4D")));
        assertThat(config.limits().factsMax()).isEqualTo(1);
        assertThat(config.duration("clock.skew")).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.duration("retention")).isEqualTo(Duration.ofDays(4));
        assertThat(config.effective())
                .contains(
                        new Setting("facts.max", "1", file.toString()),
                        new Setting("clock.skew", "PT2M", "environment variable FRIST_CLOCK_SKEW"),
                        new Setting("retention", "P4D", "command line"),
                        new Setting("orphan.hold", "P7D", "default"),
                        new Setting("processing.guarantee", "exactly_once_v2", "default of Frist"));
    }

    @ParameterizedTest
    @CsvSource({
        "FRIST_BOOTSTRAP_SERVERS, bootstrap.servers",
        "FRIST_CONSUMER_MAX_POLL_RECORDS, consumer.max.poll.records",
        "FRIST_RACK_AWARE_ASSIGNMENT_NON___OVERLAP___COST, rack.aware.assignment.non_overlap_cost",
        "FRIST_PLUGIN_X__Y, plugin.x-y"
    })
    void variablesNameSettings(String variable, String name) {
        assertThat(SettingSources.settingOf(variable)).isEqualTo(name);
        assertThat(SettingSources.variableOf(name)).isEqualTo(variable);
    }

    @Test
    void variablesOfOthersAreNoSettings() {
        SettingSources sources = new SettingSources()
                .values(LEAST)
                .environment(Map.of(
                        "FRIST_LOG_FORMAT", "json",
                        "FRIST_SECRET_KAFKA", "x",
                        "FRIST_SERVICE_HOST", "10.0.0.1",
                        "FRIST_SERVICE_PORT_HTTP", "8090",
                        "FRIST_PORT", "tcp://10.0.0.1:8090",
                        "FRIST_PORT_8090_TCP_ADDR", "10.0.0.1",
                        "FRIST_MANAGEMENT_PORT", "tcp://10.0.0.1:8090",
                        "PATH", "/bin"));
        assertThat(FristConfig.from(sources).number("management.port")).isEqualTo(8090);
    }

    @Test
    void theLeastMustBeSet() {
        assertThat(problems(new SettingSources()))
                .containsExactlyInAnyOrder(
                        "bootstrap.servers is not set and has no default: must be host:port, comma-separated (set it in"
                                + " the file of --config, as FRIST_BOOTSTRAP_SERVERS, or with --set bootstrap.servers=...)",
                        "schema.registry.url is not set and has no default: must be http://host:port or https://host:port,"
                                + " comma-separated (set it in the file of --config, as FRIST_SCHEMA_REGISTRY_URL, or with"
                                + " --set schema.registry.url=...)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clock.skew | 5 minutes | must be an ISO 8601 duration such as P7D or PT5M, not negative",
                "clock.skew | -PT1S | must be an ISO 8601 duration such as P7D or PT5M, not negative",
                "retention | PT0S | must be an ISO 8601 duration such as P7D or PT5M, at least PT0.001S",
                "retention | P1Y | must be an ISO 8601 duration such as P7D or PT5M, at least PT0.001S",
                "facts.max | 0 | must be a whole number, [1,...,1000000] (Value must be at least 1)",
                "facts.max | many | must be a whole number, [1,...,1000000] (Not a number of type INT)",
                "topic.prefix | a b | must be up to 100 letters, digits, '.', '_' and '-'",
                "application.id | / | must be 1 to 100 letters, digits, '.', '_' and '-'",
                "topics.partitions | -1 | must be a whole number, [1,...,10000] (Value must be at least 1)",
                "topics.replication.factor | 0 | must be -1 or from 1 to 32767",
                "management.port | 70000 | must be a whole number, [0,...,65535] (Value must be no more than 65535)",
                "bootstrap.servers | broker | must be host:port, comma-separated",
                "schema.registry.url | registry:8081 | must be http://host:port or https://host:port, comma-separated",
                "secrets.env | ( | must be a regular expression: Unclosed group",
                "sweep.budget.time | PT1M | must be at most PT30S, or the instance is taken for dead",
                "num.standby.replicas | two | must be a whole number (Not a number of type INT)",
                "processing.guarantee | maybe | must be [at_least_once, exactly_once_v2]"
                        + " (String must be one of: at_least_once, exactly_once_v2)",
                "consumer.max.poll.records | 0 | must be a whole number, [1,...] (Value must be at least 1)",
                "rocksdb.config.setter | no.such.Class | must be the name of a class on the class path"
                        + " (Class no.such.Class could not be found.)",
            })
    void aWrongValueIsToldInOneLine(String name, String value, String allowed) {
        assertThat(problems(name, value)).containsExactly(name + " = " + value + " (from command line): " + allowed);
    }

    @Test
    void everythingThatIsWrongCanBeListed() {
        assertThat(problems("clock.skew", "x", "facts.max", "y", "facts.maxx", "1"))
                .hasSize(3);
        WrongSettingsException wrong =
                catchThrowableOfType(WrongSettingsException.class, () -> config("clock.skew", "x", "facts.max", "y"));
        assertThat(wrong)
                .hasMessageContaining("(and 1 more; `frist config` lists all)")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "orphan.hlod, orphan.hold",
        "bootstrap.server, bootstrap.servers",
        "sasl.jass.config, sasl.jaas.config",
        "consumer.max.pol.records, consumer.max.poll.records",
        "topic.retention.mss, topic.retention.ms",
        "basic.auth.user.inf, basic.auth.user.info",
        "schema.registry.ssl.truststore.locaton, schema.registry.ssl.truststore.location"
    })
    void anUnknownNameIsRefusedWithTheNearest(String unknown, String nearest) {
        assertThat(problems(unknown, "value that may be a password"))
                .containsExactly("unknown setting " + unknown + " (from command line): did you mean " + nearest + "?");
    }

    @Test
    void aNameThatResemblesNoneIsRefusedToo() {
        assertThat(problems("frobnicate", "1"))
                .containsExactly(
                        "unknown setting frobnicate (from command line): neither Frist, Kafka nor the registry's"
                                + " client has it; a plug-in's own setting is written plugin.frobnicate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security.protocol=SASL_SSL",
                "num.stream.threads=2",
                "group.instance.id=frist-0",
                "main.consumer.max.poll.records=10",
                "restore.consumer.fetch.max.bytes=1000000",
                "global.consumer.fetch.max.wait.ms=10",
                "producer.linger.ms=5",
                "linger.ms=5",
                "admin.retries=3",
                "topic.segment.bytes=1048576",
                "plugin.my.interceptor.setting=x"
            })
    void kafkasSettingsReachKafkaStreams(String written) {
        String[] setting = written.split("=", 2);
        Properties streams = config(setting[0], setting[1]).streams();
        assertThat(streams.getProperty(setting[0].replaceFirst("^plugin\\.", "")))
                .isEqualTo(setting[1]);
    }

    @Test
    void settingsOfOursDoNotReachKafkaStreams() {
        assertThat(config("topic.prefix", "shop.", "orphan.hold", "P1D").streams())
                .doesNotContainKeys("topic.prefix", "orphan.hold");
    }

    @Test
    void streamsStartFromSaferDefaults() {
        StreamsConfig streams = new StreamsConfig(config().streams());
        assertThat(streams.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(streams.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isBetween(200L, 500L);
        assertThat(streams.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG)).isEqualTo(1);
        assertThat(streams.getBoolean(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG))
                .isTrue();
        assertThat(streams.getProducerConfigs("x")).containsEntry("transaction.timeout.ms", "30000");
        assertThat(config("num.standby.replicas", "2").streams()).containsEntry("num.standby.replicas", "2");
    }

    @Test
    void stateThatMissedTombstonesMustGo() {
        assertThat(problems("state.cleanup.dir.max.age.ms", "86400000").get(0))
                .contains("must be from 0 and below topic.delete.retention.ms (86400000)");
        assertThat(problems("topic.delete.retention.ms", "1000").get(0))
                .contains("below topic.delete.retention.ms (1000)");
    }

    @Test
    void whatKafkaRefusesTogetherIsOneLine() {
        assertThat(problems("commit.interval.ms", "70000"))
                .singleElement()
                .asString()
                .startsWith("the settings don't fit together: ")
                .doesNotContain("\n");
    }

    @Test
    void clientsGetBareAndAimedSettings() {
        FristConfig config = config(
                "security.protocol",
                "SSL",
                "producer.linger.ms",
                "7",
                "linger.ms",
                "3",
                "admin.retries",
                "9",
                "group.instance.id",
                "pod-0");
        assertThat(config.producer()).containsEntry("security.protocol", "SSL").containsEntry("linger.ms", "7");
        assertThat(config.admin()).containsEntry("security.protocol", "SSL").containsEntry("retries", "9");
        assertThat(config.consumer())
                .containsEntry("bootstrap.servers", "broker:9092")
                .doesNotContainKey("group.instance.id");
    }

    @Test
    void theRegistrysClientGetsItsSettingsUnderEitherName() {
        Map<String, Object> registry = config(
                        "schema.registry.basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "u:p",
                        "schema.registry.ssl.truststore.location", "/t.jks",
                        "request.header.X-Team", "checkout",
                        "ssl.truststore.location", "/kafka.jks")
                .registry();
        assertThat(registry)
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsEntry("basic.auth.user.info", "u:p")
                .containsEntry("schema.registry.ssl.truststore.location", "/t.jks")
                .containsEntry("request.header.X-Team", "checkout")
                .containsEntry("schema.registry.url", "http://registry:8081")
                .doesNotContainKey("ssl.truststore.location");
    }

    @Test
    void secretsComeFromAllowedFoldersAndAreNeverShown() throws IOException {
        Files.writeString(folder.resolve("kafka.properties"), "jaas=from-file-s3cret");
        Files.writeString(folder.resolve("registry"), "user:from-dir-s3cret");
        FristConfig config = config(
                "secrets.paths",
                folder.toString(),
                "sasl.jaas.config",
                "${file:" + folder.resolve("kafka.properties") + ":jaas}",
                "basic.auth.user.info",
                "${dir:" + folder + ":registry}",
                "ssl.key.password",
                "plain-s3cret",
                "plugin.vault.token",
                "plugin-s3cret",
                "management.host",
                "127.0.0.1");
        assertThat(config.streams()).containsEntry("sasl.jaas.config", "from-file-s3cret");
        assertThat(config.registry()).containsEntry("basic.auth.user.info", "user:from-dir-s3cret");
        assertThat(config.effective().toString()).doesNotContain("s3cret").contains("value=" + Secrets.HIDDEN);
    }

    @Test
    void aPasswordInAnAddressIsNotShownAndReachesTheRegistryApartFromIt() {
        FristConfig config = config("schema.registry.url", "http://user:url+s3cret%21@one:8081/api,http://two:8081");
        assertThat(config.effective().toString())
                .doesNotContain("s3cret")
                .contains("http://" + Secrets.HIDDEN + "@one:8081");
        assertThat(config.registry())
                .containsEntry("schema.registry.url", "http://one:8081/api,http://two:8081")
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsEntry("basic.auth.user.info", "user:url+s3cret!");
    }

    @Test
    void aSecretOutsideOfTheAllowedFoldersIsAProblem() throws IOException {
        Files.writeString(folder.resolve("kafka.properties"), "jaas=s3cret");
        assertThat(problems("sasl.jaas.config", "${file:" + folder.resolve("kafka.properties") + ":jaas}"))
                .singleElement()
                .asString()
                .startsWith("sasl.jaas.config (from command line) refers to ${file:")
                .doesNotContain("s3cret");
        assertThat(problems("ssl.key.password", "${env:NO_SUCH_VARIABLE}")).hasSize(1);
        assertThat(problems("ssl.key.password", "${env:PATH}")).hasSize(1);
        assertThat(problems("ssl.key.password", "${env:PATH}", "secrets.env", "KAFKA_.*"))
                .hasSize(1);
        assertThat(config("ssl.key.password", "${env:PATH}", "secrets.env", "PATH")
                        .streams())
                .containsEntry("ssl.key.password", System.getenv("PATH"));
        assertThat(problems("ssl.key.password", "${vault:a:b}")).hasSize(1);
    }

    @Test
    void aWrongSecretIsNotQuoted() {
        assertThat(problems("sasl.login.connect.timeout.ms", "x", "facts.max", "${env:PATH}", "secrets.env", "PATH"))
                .allSatisfy(line -> assertThat(line).doesNotContain(System.getenv("PATH")));
    }

    @Test
    void aMissingFileIsAProblem() {
        assertThat(problems(new SettingSources().file(folder.resolve("none")).values(LEAST)))
                .containsExactly("the settings file " + folder.resolve("none") + " does not exist");
    }

    @Test
    void theReferenceHasEverySetting() {
        assertThat(SettingsReference.markdown())
                .contains(Settings.DEFINITION.names().toArray(String[]::new));
    }
}
