package dev.frist.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keys and certificates of a server on the loopback address and of a client, made with the JDK's own {@code keytool}. Each
 * trusts the other and nobody else. Every password is another one.
 */
public final class Certificates {

    public static final String SERVER_STORE = "server-store-pw-1f4a";
    public static final String CLIENT_STORE = "client-store-pw-77c2";
    public static final String CLIENT_KEY = "client-key-pw-93bd";
    public static final String TRUST_STORE = "trust-store-pw-5e08";

    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes all of them in a folder. */
    public static Certificates in(Path folder) {
        Certificates made = new Certificates(folder);
        made.key("server", "PKCS12", SERVER_STORE, SERVER_STORE);
        made.key("client", "JKS", CLIENT_STORE, CLIENT_KEY);
        made.key("stranger", "PKCS12", SERVER_STORE, SERVER_STORE);
        made.trust("trust-server", "server", SERVER_STORE);
        made.trust("trust-client", "client", CLIENT_STORE);
        made.trust("trust-stranger", "stranger", SERVER_STORE);
        return made;
    }

    /** The server's key; {@link #SERVER_STORE}. */
    public Path server() {
        return store("server");
    }

    /** The client's key, a JKS store; {@link #CLIENT_STORE} and {@link #CLIENT_KEY}. */
    public Path client() {
        return store("client");
    }

    /** Whom clients trust; {@link #TRUST_STORE}. */
    public Path trustingServer() {
        return store("trust-server");
    }

    /** Whom the server trusts; {@link #TRUST_STORE}. */
    public Path trustingClient() {
        return store("trust-client");
    }

    /** Trusts neither; {@link #TRUST_STORE}. */
    public Path trustingStranger() {
        return store("trust-stranger");
    }

    private Path store(String name) {
        return folder.resolve(name + ".store");
    }

    private void key(String name, String type, String storePassword, String keyPassword) {
        keytool(List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:" + LocalStack.HOST + ",dns:localhost",
                "-validity",
                "30",
                "-storetype",
                type,
                "-keystore",
                store(name).toString(),
                "-storepass",
                storePassword,
                "-keypass",
                keyPassword));
    }

    private void trust(String name, String whom, String storePassword) {
        Path certificate = folder.resolve(whom + ".crt");
        keytool(List.of(
                "-exportcert",
                "-alias",
                whom,
                "-keystore",
                store(whom).toString(),
                "-storepass",
                storePassword,
                "-file",
                certificate.toString()));
        keytool(List.of(
                "-importcert",
                "-noprompt",
                "-alias",
                whom,
                "-storetype",
                "PKCS12",
                "-keystore",
                store(name).toString(),
                "-storepass",
                TRUST_STORE,
                "-file",
                certificate.toString()));
    }

    private void keytool(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(KEYTOOL.toString()));
        command.addAll(arguments);
        try {
            Path said = folder.resolve("keytool.log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool failed: " + Files.readString(said));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
