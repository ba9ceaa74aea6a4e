package dev.frist.cli;

import dev.frist.config.FristConfig;
import dev.frist.config.SettingSources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings come from; the same for every command that has some. */
public final class ConfigOptions {

    @Option(
            names = {"-f", "--config"},
            paramLabel = "FILE",
            defaultValue = "${env:FRIST_CONFIG}",
            description = "Settings (Java properties). Default: the file that FRIST_CONFIG names, or none.")
    private @Nullable Path file;

    @Option(
            names = {"-c", "--set"},
            paramLabel = "NAME=VALUE",
            description = "A setting; wins over FRIST_... of the environment, which wins over the file.")
    private Map<String, String> set = new LinkedHashMap<>();

    /** Whether a file or a single setting was given. */
    boolean areGiven() {
        return file != null || !set.isEmpty();
    }

    /**
     * Reads them.
     *
     * @throws dev.frist.config.WrongSettingsException with everything that is wrong
     */
    public FristConfig load() {
        SettingSources sources = new SettingSources();
        if (file != null) {
            sources.file(file);
        }
        return FristConfig.from(sources.environment(System.getenv()).commandLine(set));
    }
}
