package dev.frist.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A broker that lets nobody in without a certificate that it trusts and a name and password (SCRAM), and lets those who
 * are in do only what its lists allow; and a registry behind TLS and basic authentication. Who comes by the open listener
 * administers it.
 */
public final class SecuredStack implements AutoCloseable {

    private static final int ITERATIONS = 4096;

    private final Path folder;
    private final Certificates certificates;
    private final LocalStack stack;
    private final SecuredRegistry registry;
    private final Admin admin;

    private SecuredStack(
            Path folder, Certificates certificates, LocalStack stack, SecuredRegistry registry, Admin admin) {
        this.folder = folder;
        this.certificates = certificates;
        this.stack = stack;
        this.registry = registry;
        this.admin = admin;
    }

    /** Starts one in a folder. */
    public static SecuredStack start(Path folder) throws IOException {
        Certificates certificates = Certificates.in(folder);
        String secured = "listener.name.secured.";
        Map<String, String> settings = new HashMap<>();
        settings.put(secured + "ssl.keystore.location", certificates.server().toString());
        settings.put(secured + "ssl.keystore.type", "PKCS12");
        settings.put(secured + "ssl.keystore.password", Certificates.SERVER_STORE);
        settings.put(secured + "ssl.key.password", Certificates.SERVER_STORE);
        settings.put(
                secured + "ssl.truststore.location",
                certificates.trustingClient().toString());
        settings.put(secured + "ssl.truststore.type", "PKCS12");
        settings.put(secured + "ssl.truststore.password", Certificates.TRUST_STORE);
        settings.put(secured + "ssl.client.auth", "required");
        settings.put(secured + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                secured + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        LocalStack stack =
                LocalStack.start(StackHome.find(), StackOptions.single(folder).securedBy(settings));
        SecuredRegistry registry = SecuredRegistry.before(stack.registryUrl(), certificates);
        stack.closeFirst(registry);
        Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
        stack.closeFirst(admin);
        return new SecuredStack(folder, certificates, stack, registry, admin);
    }

    /** The stack, by the listener that is open. */
    public LocalStack open() {
        return stack;
    }

    public Certificates certificates() {
        return certificates;
    }

    public SecuredRegistry registry() {
        return registry;
    }

    /** Of who may do all. */
    public Admin admin() {
        return admin;
    }

    /** The password of a user of that name. */
    public static String passwordOf(String user) {
        return "sasl-pw-of-" + user + "-c61d";
    }

    /** Lets somebody in, who then may do what the entries allow. */
    public void allow(String user, Collection<AclBinding> entries) throws Exception {
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        user,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        passwordOf(user).getBytes(StandardCharsets.UTF_8))))
                .all()
                .get();
        admin.createAcls(entries).all().get();
    }

    /** The settings of a user: TLS with a certificate of one's own, SASL, and the registry with TLS and a password. */
    public Map<String, String> settingsOf(String user) {
        Map<String, String> settings = new TreeMap<>(brokerSettingsOf(user));
        settings.put("schema.registry.url", registry.url());
        settings.put("basic.auth.credentials.source", "USER_INFO");
        settings.put("basic.auth.user.info", SecuredRegistry.USER + ":" + SecuredRegistry.PASSWORD);
        settings.put(
                "schema.registry.ssl.truststore.location",
                certificates.trustingServer().toString());
        settings.put("schema.registry.ssl.truststore.type", "PKCS12");
        settings.put("schema.registry.ssl.truststore.password", Certificates.TRUST_STORE);
        return settings;
    }

    /** The settings by which a user reaches the brokers. */
    public Map<String, String> brokerSettingsOf(String user) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("bootstrap.servers", stack.securedServers());
        settings.put("security.protocol", "SASL_SSL");
        settings.put("ssl.truststore.location", certificates.trustingServer().toString());
        settings.put("ssl.truststore.type", "PKCS12");
        settings.put("ssl.truststore.password", Certificates.TRUST_STORE);
        settings.put("ssl.keystore.location", certificates.client().toString());
        settings.put("ssl.keystore.type", "JKS");
        settings.put("ssl.keystore.password", Certificates.CLIENT_STORE);
        settings.put("ssl.key.password", Certificates.CLIENT_KEY);
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + passwordOf(user) + "\";");
        return settings;
    }

    /** What the broker has denied so far, a line each. */
    public List<String> denied() throws IOException {
        List<String> denied = new ArrayList<>();
        try (var files = Files.walk(folder.resolve("broker-1"), 2)) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith(".log") && !path.toString().contains("/data/"))
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains(" is Denied "))
                        .forEach(denied::add);
            }
        }
        return denied;
    }

    @Override
    public void close() {
        stack.close();
    }
}
