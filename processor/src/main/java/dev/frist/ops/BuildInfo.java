package dev.frist.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is, as the build wrote it into the jar.
 *
 * @param commit {@code unknown} where it was not built from a repository
 */
public record BuildInfo(String version, String commit) {

    private static final String RESOURCE = "build.properties";
    private static final String UNKNOWN = "unknown";

    /** Reads it. */
    public static BuildInfo get() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from the jar");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String commit = properties.getProperty("commit", "");
        return new BuildInfo(
                properties.getProperty("version", UNKNOWN),
                commit.isBlank() || commit.contains("$") ? UNKNOWN : commit);
    }
}
