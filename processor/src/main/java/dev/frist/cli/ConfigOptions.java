package dev.frist.cli;

import dev.frist.config.FristConfig;
import dev.frist.config.SettingSources;
import dev.frist.config.Settings;
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
        return load(new SettingSources());
    }

    /**
     * Reads them for a command that asks neither brokers nor registry, so that nobody need say where they are.
     *
     * @throws dev.frist.config.WrongSettingsException with everything that is wrong
     */
    FristConfig loadOffline() {
        return load(new SettingSources()
                .values(Map.of(
                        Settings.BOOTSTRAP_SERVERS, "unasked:9092", Settings.SCHEMA_REGISTRY_URL, "http://unasked")));
    }

    private FristConfig load(SettingSources sources) {
        if (file != null) {
            sources.file(file);
        }
        return FristConfig.from(sources.environment(System.getenv()).commandLine(set));
    }
}
