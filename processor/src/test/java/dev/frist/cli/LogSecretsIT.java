package dev.frist.cli;

import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.config.FristConfig;
import dev.frist.contract.EventWriter;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.setup.AclRole;
import dev.frist.stack.Certificates;
import dev.frist.stack.SecuredRegistry;
import dev.frist.stack.SecuredStack;
import dev.frist.stack.SharedSecuredStack;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that the program prints and logs at DEBUG, Kafka's and Confluent's clients with it, in a life with refused
 * credentials, refused records and rights that are taken away: no secret is in it, and nothing that a person said or that
 * leads to one.
 */
@ExtendWith(SharedSecuredStack.class)
final class LogSecretsIT {

    private static final Path PROGRAM =
            Path.of("target", "frist", "bin", "frist").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String WRONG_SASL = "wrong-sasl-pw-31ce";
    private static final String WRONG_REGISTRY = "wrong-registry-pw-a802";
    private static final String WRONG_IN_URL = "wrong-url-pw-64f0";
    private static final String REGISTRY_AUTH = SecuredRegistry.USER + ":" + SecuredRegistry.PASSWORD;

    private static final List<String> SECRETS = List.of(
            Certificates.CLIENT_STORE,
            Certificates.CLIENT_KEY,
            Certificates.TRUST_STORE,
            SecuredRegistry.PASSWORD,
            WRONG_SASL,
            WRONG_REGISTRY,
            WRONG_IN_URL,
            base64(REGISTRY_AUTH),
            base64(SecuredRegistry.USER + ":" + WRONG_REGISTRY),
            "ScramLoginModule required");

    private static final List<String> PERSONAL = List.of(
            "customer-ref-8d21",
            "customer-ref-torn-55",
            "customer-ref-again-13",
            "customer-as-key-90",
            "statement-of-the-merchant-71",
            "statement-of-the-consumer-72",
            "evidence-ref-73",
            "terms-of-a-settlement-74",
            "tracking-ref-75",
            "reason-to-extend-76",
            "reason-to-erase-77");

    @TempDir
    Path folder;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void nothingSecretOrPersonalIsLogged(String format, SecuredStack stack) throws Exception {
        String user = "logged-" + format;
        Teams teams = new Teams(user + ".", folder);
        Map<String, String> administrator = Teams.administrator(stack);
        Map<String, String> setUp = teams.settings(user, administrator);
        assertThat(Teams.run(setUp, "topics", "create").status()).isZero();
        assertThat(Teams.run(setUp, "policy", "apply", teams.policyOfASecond()).err())
                .isEmpty();
        List<AclBinding> rights = AclRole.PROCESSOR.grants(FristConfig.of(setUp), "").stream()
                .flatMap(grant -> grant.bindings("User:" + user).stream())
                .toList();
        stack.allow(user, rights);
        Map<String, String> settings = teams.settings(user, stack.settingsOf(user));

        Map<String, String> wrongSasl = new HashMap<>(settings);
        wrongSasl.computeIfPresent(
                "sasl.jaas.config", (name, jaas) -> jaas.replace(SecuredStack.passwordOf(user), WRONG_SASL));
        Map<String, String> wrongRegistry = new HashMap<>(settings);
        wrongRegistry.put("basic.auth.user.info", SecuredRegistry.USER + ":" + WRONG_REGISTRY);
        Map<String, String> wrongInUrl = new HashMap<>(settings);
        wrongInUrl.computeIfPresent(
                "schema.registry.url",
                (name, url) -> url.replace("https://", "https://" + SecuredRegistry.USER + ":" + WRONG_IN_URL + "@"));
        assertRefused(List.of(
                start(wrongSasl, format, "sasl"),
                start(wrongRegistry, format, "registry"),
                start(wrongInUrl, format, "url")));

        Process program = start(settings, format, "whole");
        try {
            tellStory(teams, administrator);
            Teams.consume(
                    administrator,
                    user + "-reader",
                    List.of(teams.topic("dead-letters")),
                    records -> records.size() >= 6);
            Teams.consume(
                    administrator, user + "-reader", List.of(teams.topic("disputes")), records -> !records.isEmpty());
            Teams.consume(
                    administrator,
                    user + "-reader",
                    List.of(teams.topic("resolutions")),
                    records -> records.size() >= 2);

            // Without the right to publish it, the next notice ends the processor.
            stack.admin()
                    .deleteAcls(rights.stream()
                            .filter(right -> right.pattern().name().equals(teams.topic("notices"))
                                    && right.entry().operation() == AclOperation.WRITE)
                            .map(AclBinding::toFilter)
                            .toList())
                    .all()
                    .get();
            Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
                teams.event(administrator, "O9", placed("customer-ref-8d21"));
                teams.event(administrator, "O9", registered("R1", units("L1", 1)));
                return !program.isAlive();
            });
            assertThat(program.exitValue()).isEqualTo(3);
        } finally {
            program.destroyForcibly();
        }
        StringBuilder logged = new StringBuilder();
        for (String run : List.of("sasl", "registry", "url", "whole")) {
            logged.append(Files.readString(folder.resolve(run + ".out")));
            logged.append(Files.readString(folder.resolve(run + ".err")));
        }
        String all = logged.toString();
        assertThat(all).contains("DEBUG", "sasl.jaas.config = [hidden]", "basic.auth.user.info = [hidden]");
        assertThat(all).contains("NetworkClient", "StreamThread", "TopicAuthorizationException");
        SECRETS.forEach(secret -> assertNot(all, secret));
        assertNot(all, SecuredStack.passwordOf(user));
        PERSONAL.forEach(said -> assertNot(all, said));
    }

    private static void assertRefused(List<Process> starts) throws Exception {
        for (Process refused : starts) {
            assertThat(refused.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(refused.exitValue()).isEqualTo(1);
        }
    }

    private static void assertNot(String all, String what) {
        List<String> lines =
                all.lines().filter(line -> line.contains(what)).limit(3).toList();
        assertThat(lines).as("lines with " + what).isEmpty();
    }

    private static OrderPlaced placed(String customerRef) {
        return new OrderPlaced(
                "M1", new Channel("DIRECT", "merchant"), "SE", "SEK", customerRef, List.of(line("L1", 1, 50_000)));
    }

    private void tellStory(Teams teams, Map<String, String> shop) throws Exception {
        teams.event(shop, "O1", placed("customer-ref-8d21"));
        teams.event(shop, "O1", registered("R1", units("L1", 1)));
        teams.event(shop, "O1", new ReturnShipped("R1", "post", "tracking-ref-75"));
        teams.event(
                shop,
                "O1",
                new ReturnRefused(
                        "R1",
                        Party.MERCHANT,
                        null,
                        RefusalGround.USED,
                        "statement-of-the-merchant-71",
                        List.of("evidence-ref-73")));
        teams.event(
                shop,
                "O1",
                new RefusalAnswered(
                        "R1",
                        Party.CONSUMER,
                        Answer.CONTESTED,
                        "statement-of-the-consumer-72",
                        List.of("evidence-ref-73")));
        teams.event(
                shop, "O1", new SettlementProposed("R1", "P1", Party.MERCHANT, 1, true, "terms-of-a-settlement-74"));
        // Not entitled; no such line; the order again under another id; a key that is no orderId.
        teams.event(
                shop,
                "O1",
                new DeadlineExtended("R1", Party.MERCHANT, System.currentTimeMillis(), "reason-to-extend-76"));
        teams.event(
                shop,
                "O1",
                new ReturnRefused(
                        "R1",
                        Party.MERCHANT,
                        List.of(units("L9", 1)),
                        RefusalGround.USED,
                        "statement-of-the-merchant-71",
                        List.of()));
        teams.event(shop, "O1", placed("customer-ref-again-13"));
        teams.event(shop, "customer-as-key-90@example.org", placed("customer-ref-8d21"));
        // An order of which the end is torn off, and bytes with a schema that nobody knows.
        byte[] whole = bytes(teams, shop);
        Teams.send(shop, teams.topic("orders"), "O2", Arrays.copyOf(whole, whole.length - 9));
        Teams.send(
                shop,
                teams.topic("returns"),
                "O2",
                "\0\7\7\7\7statement-of-the-consumer-72".getBytes(StandardCharsets.UTF_8));
        teams.event(shop, "O3", placed("customer-ref-8d21"));
        teams.event(shop, "O3", registered("R1", units("L1", 1)));
        teams.event(shop, "O3", note("K1", credit("L1", 1, 50_000)));
        teams.event(shop, "O4", placed("customer-ref-8d21"));
        teams.event(shop, "O4", registered("R1", units("L1", 1)));
        teams.event(shop, "O4", new OrderErased(Party.CONSUMER, "reason-to-erase-77"));
    }

    private static byte[] bytes(Teams teams, Map<String, String> access) {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("auto.register.schemas", false);
        settings.put("avro.remove.java.properties", true);
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
            serializer.configure(settings, false);
            return serializer.serialize(
                    teams.topic("orders"),
                    EventWriter.write(
                            "torn", "O2", System.currentTimeMillis(), "shop", null, placed("customer-ref-torn-55")));
        }
    }

    /** Secrets come by file, by folder and by environment; the file of settings only says where they are. */
    private Process start(Map<String, String> settings, String format, String run) throws IOException {
        Map<String, String> written = new TreeMap<>(settings);
        Map<String, String> environment = new TreeMap<>();
        Path secrets = Files.createDirectories(folder.resolve("secrets-" + run));
        Properties kafka = new Properties();
        kafka.put("jaas", settings.get("sasl.jaas.config"));
        kafka.put("trust", settings.get("ssl.truststore.password"));
        Path file = secrets.resolve("kafka.properties");
        try (var out = Files.newOutputStream(file)) {
            kafka.store(out, null);
        }
        Files.writeString(secrets.resolve("registry"), settings.get("basic.auth.user.info"));
        environment.put("FRIST_SECRET_STORE", settings.get("ssl.keystore.password"));
        environment.put("FRIST_SECRET_KEY", settings.get("ssl.key.password"));
        environment.put("FRIST_SECRET_REGISTRY_TRUST", settings.get("schema.registry.ssl.truststore.password"));
        written.put("secrets.paths", secrets.toString());
        written.put("sasl.jaas.config", "${file:" + file + ":jaas}");
        written.put("ssl.truststore.password", "${file:" + file + ":trust}");
        written.put("basic.auth.user.info", "${dir:" + secrets + ":registry}");
        written.put("ssl.keystore.password", "${env:FRIST_SECRET_STORE}");
        written.put("ssl.key.password", "${env:FRIST_SECRET_KEY}");
        written.put("schema.registry.ssl.truststore.password", "${env:FRIST_SECRET_REGISTRY_TRUST}");
        Properties properties = new Properties();
        properties.putAll(written);
        Path config = folder.resolve(run + ".properties");
        try (var out = Files.newOutputStream(config)) {
            properties.store(out, null);
        }
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), "run", "--config", config.toString());
        builder.environment().putAll(environment);
        builder.environment().put("FRIST_LOG_FORMAT", format);
        for (String logger : List.of("FRIST_LOG_ROOT", "FRIST_LOG_LEVEL", "FRIST_LOG_KAFKA", "FRIST_LOG_REGISTRY")) {
            builder.environment().put(logger, "DEBUG");
        }
        return builder.redirectOutput(folder.resolve(run + ".out").toFile())
                .redirectError(folder.resolve(run + ".err").toFile())
                .start();
    }
}
