package dev.frist.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the broker's jars ({@code broker/}) and the unpacked registry ({@code registry/}), as the
 * module {@code processor/stack} leaves it.
 *
 * @param folder an absolute folder
 */
public record StackHome(Path folder) {

    /** System property that names the folder; wins over {@link #VARIABLE}. */
    public static final String PROPERTY = "frist.stack.home";

    /** Environment variable that names the folder. */
    public static final String VARIABLE = "FRIST_STACK_HOME";

    private static final int LEVELS_UP = 6;

    /**
     * Finds the folder: by system property, by environment, or as {@code stack/} or {@code stack/target/} beside the
     * program or in one of the folders above it.
     *
     * @throws StackException if there is none
     */
    public static StackHome find() {
        return find(System.getProperty(PROPERTY), System.getenv(VARIABLE), program());
    }

    static StackHome find(@Nullable String property, @Nullable String variable, @Nullable Path program) {
        for (String named : named(property, variable)) {
            Path folder = Path.of(named).toAbsolutePath();
            if (!isHome(folder)) {
                throw new StackException(folder + " (from " + PROPERTY + " or " + VARIABLE
                        + ") has no broker/ and registry/ with the artifacts of the local stack");
            }
            return new StackHome(folder);
        }
        Path at = program;
        for (int level = 0; at != null && level < LEVELS_UP; level++) {
            for (Path candidate :
                    List.of(at.resolve("stack"), at.resolve("stack").resolve("target"))) {
                if (isHome(candidate)) {
                    return new StackHome(candidate);
                }
            }
            at = at.getParent();
        }
        throw new StackException("the local stack's artifacts were not found: build them with"
                + " 'mvn -q -pl processor/stack package', or name their folder in " + VARIABLE);
    }

    /** The class path of the broker, every jar in {@code broker/}. */
    String brokerClassPath() {
        return folder.resolve("broker") + "/*";
    }

    /**
     * The registry's jar; the jars that it needs lie beside it.
     *
     * @throws StackException if it is not there
     */
    Path registryJar() {
        Path registry = folder.resolve("registry");
        try (Stream<Path> files = Files.list(registry)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new StackException("no registry in " + registry));
        } catch (java.io.IOException unreadable) {
            throw new StackException("cannot read " + registry, unreadable);
        }
    }

    private static boolean isHome(Path folder) {
        return Files.isDirectory(folder.resolve("broker")) && Files.isDirectory(folder.resolve("registry"));
    }

    private static List<String> named(@Nullable String property, @Nullable String variable) {
        List<String> named = new ArrayList<>();
        for (String value : new @Nullable String[] {property, variable}) {
            if (value != null && !value.isBlank()) {
                named.add(value);
            }
        }
        return named;
    }

    private static @Nullable Path program() {
        CodeSource source = StackHome.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            return Path.of(source.getLocation().toURI()).toAbsolutePath().getParent();
        } catch (URISyntaxException notAPath) {
            throw new IllegalStateException("the program lies at no path: " + source.getLocation(), notAPath);
        }
    }
}
