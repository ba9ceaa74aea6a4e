package dev.frist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.stack.Certificates;
import dev.frist.stack.SecuredRegistry;
import dev.frist.stack.SecuredStack;
import dev.frist.stack.SharedSecuredStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is said where the way to brokers or registry is barred: one line that names the settings, and no secret in it. */
@ExtendWith(SharedSecuredStack.class)
final class SecuredIT {

    private static final String WRONG = "wrong-pw-4d1c";
    private static final String BROKERS_TLS =
            "the brokers refuse the TLS handshake, or are not trusted (ssl.truststore..., ssl.keystore...): ";
    private static final String REGISTRY_CREDENTIALS =
            "the schema registry refuses the credentials (basic.auth..., bearer.auth...): ";
    private static final String UNUSABLE =
            "the brokers can't be reached: no client can be made with these settings (ssl..., sasl...): ";

    @TempDir
    Path folder;

    /** Both commands say the same; neither says a secret. */
    private void assertOneLine(SecuredStack stack, String beginning, String... changes) throws Exception {
        stack.allow("barred", List.of());
        Map<String, String> settings = new Teams("barred.", folder).settings("barred", stack.settingsOf("barred"));
        settings.put("startup.timeout", "PT6S");
        for (int i = 0; i < changes.length; i += 2) {
            settings.put(changes[i], changes[i + 1]);
        }
        for (List<String> command : List.of(List.of("run"), List.of("topics", "create"))) {
            CommandRun run = Teams.run(settings, command.toArray(String[]::new));
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("frist: " + beginning);
            assertThat(run.err())
                    .doesNotContain(
                            WRONG,
                            Certificates.CLIENT_STORE,
                            Certificates.CLIENT_KEY,
                            Certificates.TRUST_STORE,
                            SecuredRegistry.PASSWORD,
                            SecuredStack.passwordOf("barred"));
        }
    }

    private static String jaas(String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"barred\" password=\""
                + password + "\";";
    }

    @Test
    void brokersThatRefuse(SecuredStack stack) throws Exception {
        assertOneLine(
                stack,
                "the brokers refuse the credentials (sasl.mechanism, sasl.jaas.config): Authentication failed",
                "sasl.jaas.config",
                jaas(WRONG));
        assertOneLine(
                stack,
                "the brokers can't be reached: sasl.jaas.config must be: MODULE required NAME=\"VALUE\" ...;",
                "sasl.jaas.config",
                "module " + WRONG + " name;");
        assertOneLine(
                stack,
                BROKERS_TLS + "unable to find valid certification path",
                "ssl.truststore.location",
                stack.certificates().trustingStranger().toString());
        assertOneLine(
                stack,
                BROKERS_TLS,
                "ssl.keystore.location",
                stack.certificates().server().toString(),
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.password",
                Certificates.SERVER_STORE,
                "ssl.key.password",
                Certificates.SERVER_STORE);
        assertOneLine(
                stack,
                "the brokers listen, but do not answer (security.protocol, startup.timeout): ",
                "security.protocol",
                "PLAINTEXT");
    }

    @Test
    void keysThatCannotBeRead(SecuredStack stack) throws Exception {
        assertOneLine(stack, UNUSABLE, "ssl.truststore.password", WRONG);
        assertOneLine(stack, UNUSABLE, "ssl.keystore.password", WRONG);
        assertOneLine(stack, UNUSABLE, "ssl.key.password", WRONG);
        assertOneLine(
                stack,
                "ssl.truststore.location = /nowhere is no file that can be read",
                "ssl.truststore.location",
                "/nowhere");
        assertOneLine(
                stack,
                "schema.registry.ssl.truststore.location = /nowhere is no file that can be read",
                "schema.registry.ssl.truststore.location",
                "/nowhere");
    }

    @Test
    void aRegistryThatRefuses(SecuredStack stack) throws Exception {
        assertOneLine(stack, REGISTRY_CREDENTIALS, "basic.auth.user.info", SecuredRegistry.USER + ":" + WRONG);
        assertOneLine(stack, REGISTRY_CREDENTIALS, "basic.auth.user.info", WRONG);
        assertOneLine(
                stack,
                REGISTRY_CREDENTIALS,
                "schema.registry.url",
                stack.registry().url().replace("https://", "https://somebody:" + WRONG + "@"),
                "basic.auth.credentials.source",
                "URL");
        assertOneLine(
                stack,
                "the schema registry at " + stack.registry().url() + " refuses the TLS handshake, or is not trusted"
                        + " (schema.registry.ssl.truststore..., schema.registry.ssl.keystore...): unable to find valid",
                "schema.registry.ssl.truststore.location",
                stack.certificates().trustingStranger().toString());
        assertOneLine(
                stack,
                "the registry's client can't be made with these settings: ",
                "schema.registry.ssl.truststore.password",
                WRONG);
        String plain = stack.registry().url().replace("https", "http");
        assertOneLine(
                stack,
                "the schema registry does not answer at " + plain + " within PT6S",
                "schema.registry.url",
                plain);
    }
}
