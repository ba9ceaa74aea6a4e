package dev.frist.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Collects what was set, from the weakest source to the strongest: file, environment, command line. The later one wins.
 *
 * <p>An environment variable names a setting in upper case behind {@code FRIST_}, with {@code _} for a dot, {@code __}
 * for a dash and {@code ___} for an underscore: {@code FRIST_BOOTSTRAP_SERVERS} is {@code bootstrap.servers}.
 */
public final class SettingSources {

    private static final String ENVIRONMENT_PREFIX = "FRIST_";

    /** Variables of the start script, of logging, and those that hold secrets to refer to. */
    private static final Pattern NO_SETTING =
            Pattern.compile("FRIST_(?:CONFIG|HOME|JAVA_OPTS|STACK_HOME|LOG_.*|SECRET_.*)");

    /** What Kubernetes puts into every pod for a service whose name begins with frist. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("FRIST_(?:.*_)?(?:SERVICE_(?:HOST|PORT(?:_.*)?)|PORT_\\d+_(?:TCP|UDP|SCTP)(?:_.*)?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(?:tcp|udp|sctp)://.*");

    private final Map<String, Setting> settings = new TreeMap<>();
    private final List<SettingProblem> problems = new ArrayList<>();

    /** Adds the settings of a properties file, in UTF-8. A file that can't be read is a problem to be told later. */
    public SettingSources file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException missing) {
            problems.add(new SettingProblem("", "the settings file " + file + " does not exist"));
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add(
                    new SettingProblem("", "the settings file " + file + " can't be read: " + unreadable.getMessage()));
        }
        properties.stringPropertyNames().forEach(name -> put(name, properties.getProperty(name), file.toString()));
        return this;
    }

    /** Adds the settings of the environment. */
    public SettingSources environment(Map<String, String> environment) {
        environment.forEach((variable, value) -> {
            if (isSetting(variable, value)) {
                put(settingOf(variable), value, "environment variable " + variable);
            }
        });
        return this;
    }

    /** Adds settings that were given on the command line. */
    public SettingSources commandLine(Map<String, String> given) {
        given.forEach((name, value) -> put(name, value, "command line"));
        return this;
    }

    /** Adds settings that a program gives, as the strongest so far. */
    public SettingSources values(Map<String, String> given) {
        given.forEach((name, value) -> put(name, value, "program"));
        return this;
    }

    Map<String, Setting> settings() {
        return new LinkedHashMap<>(settings);
    }

    List<SettingProblem> problems() {
        return List.copyOf(problems);
    }

    /** The variable that sets a setting. */
    static String variableOf(String name) {
        return ENVIRONMENT_PREFIX
                + name.replace("_", "___").replace("-", "__").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting that a variable sets. */
    static String settingOf(String variable) {
        return variable.substring(ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace("___", "\0")
                .replace("__", "-")
                .replace('_', '.')
                .replace('\0', '_');
    }

    private static boolean isSetting(String variable, String value) {
        return variable.startsWith(ENVIRONMENT_PREFIX)
                && !NO_SETTING.matcher(variable).matches()
                && !SERVICE_LINK.matcher(variable).matches()
                && !SERVICE_ADDRESS.matcher(value).matches();
    }

    void put(Setting setting) {
        settings.put(setting.name(), setting);
    }

    private void put(String name, String value, String source) {
        settings.put(name, new Setting(name, value.trim(), source));
    }
}
