package dev.frist.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Finds everything that is wrong with the settings, not only the first. */
final class Validation {

    /** What Kafka's own messages begin with; ours names the setting and the value already. */
    private static final Pattern KAFKAS_OPENING = Pattern.compile("(?s)Invalid value .* for configuration [^:]*: ?");

    private final Map<String, Setting> given;
    private final List<SettingProblem> problems;

    private Validation(Map<String, Setting> given, List<SettingProblem> problems) {
        this.given = given;
        this.problems = problems;
    }

    /**
     * Checks names, references to secrets, values, and what must fit together.
     *
     * @param given as written
     * @param problems takes what is wrong
     * @return the values with references resolved
     */
    static Map<String, String> check(Map<String, Setting> given, List<SettingProblem> problems) {
        Validation validation = new Validation(given, problems);
        validation.names();
        Map<String, String> resolved = Secrets.resolve(
                given,
                validation.rawValue(Settings.SECRETS_PATHS),
                validation.rawValue(Settings.SECRETS_ENV),
                problems);
        validation.required();
        resolved.forEach(validation::value);
        if (problems.isEmpty()) {
            validation.together(resolved);
        }
        return resolved;
    }

    private void names() {
        given.values().stream()
                .filter(setting -> !KnownNames.isKnown(setting.name()))
                .forEach(setting -> problems.add(new SettingProblem(
                        setting.name(),
                        "unknown setting " + setting.name() + " (from " + setting.source() + "): "
                                + KnownNames.nearest(setting.name())
                                        .map(near -> "did you mean " + near + "?")
                                        .orElse("neither Frist, Kafka nor the registry's client has it; a plug-in's own"
                                                + " setting is written " + KnownNames.PLUGIN + setting.name()))));
    }

    private void required() {
        Settings.DEFINITION.configKeys().values().stream()
                .filter(key -> !key.hasDefault() && !given.containsKey(key.name))
                .forEach(key -> problems.add(new SettingProblem(
                        key.name,
                        key.name + " is not set and has no default: must be " + key.validator
                                + " (set it in the file of --config, as " + SettingSources.variableOf(key.name)
                                + ", or with --set " + key.name + "=...)")));
    }

    private void value(String name, String value) {
        Optional<KnownNames.Known> known = KnownNames.find(name);
        if (known.isEmpty()) {
            return;
        }
        ConfigDef.ConfigKey key = known.get().key();
        try {
            Object parsed = ConfigDef.parseType(name, value, key.type());
            if (key.validator != null) {
                key.validator.ensureValid(name, parsed);
            }
        } catch (ConfigException wrong) {
            problems.add(new SettingProblem(
                    name,
                    line(
                            name,
                            KAFKAS_OPENING
                                    .matcher(String.valueOf(wrong.getMessage()))
                                    .replaceFirst(""),
                            key)));
        }
    }

    private String line(String name, String complaint, ConfigDef.ConfigKey key) {
        String allowed = complaint.startsWith("must be")
                ? complaint
                : "must be " + allowed(key)
                        + (Secrets.isSecret(name) || complaint.isEmpty() ? "" : " (" + complaint + ")");
        return describe(name) + ": " + allowed;
    }

    /** What may be written there, in words. */
    static String allowed(ConfigDef.ConfigKey key) {
        String type = switch (key.type()) {
            case BOOLEAN -> "true or false";
            case INT, SHORT, LONG -> "a whole number";
            case DOUBLE -> "a number";
            case LIST -> "a comma-separated list";
            case CLASS -> "the name of a class on the class path";
            case STRING, PASSWORD -> "a text";
        };
        String values = key.validator == null ? "" : key.validator.toString();
        return values.isEmpty() || values.contains("@")
                ? type
                : key.type() == ConfigDef.Type.STRING ? values : type + ", " + values;
    }

    private void together(Map<String, String> resolved) {
        Map<String, String> streams = new TreeMap<>();
        FristConfig.streams(resolved).forEach((name, value) -> streams.put(name.toString(), value.toString()));
        try {
            new StreamsConfig(streams);
        } catch (KafkaException | IllegalArgumentException wrong) {
            problems.add(new SettingProblem("", "the settings don't fit together: " + wrong.getMessage()));
        }
        String maxAge = StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG;
        String tombstones = StreamsConfig.topicPrefix(TopicConfig.DELETE_RETENTION_MS_CONFIG);
        long oldestState = Long.parseLong(streams.getOrDefault(maxAge, "-1"));
        if (oldestState < 0 || oldestState >= Long.parseLong(streams.getOrDefault(tombstones, "0"))) {
            problems.add(new SettingProblem(
                    maxAge,
                    describe(maxAge) + ": must be from 0 and below " + tombstones + " (" + streams.get(tombstones)
                            + "), or an instance that was away would bring deleted orders back"));
        }
        Duration budget = Duration.parse(
                resolved.getOrDefault(Settings.SWEEP_BUDGET_TIME, Settings.defaultOf(Settings.SWEEP_BUDGET_TIME)));
        if (budget.compareTo(Duration.ofSeconds(30)) > 0) {
            problems.add(new SettingProblem(
                    Settings.SWEEP_BUDGET_TIME,
                    describe(Settings.SWEEP_BUDGET_TIME)
                            + ": must be at most PT30S, or the instance is taken for dead"));
        }
    }

    /** A setting with its value and where that came from; never a secret. */
    private String describe(String name) {
        Setting setting = given.get(name);
        if (setting == null) {
            return name + " = " + KafkaDefaults.values().getOrDefault(name, Settings.defaultOf(name)) + " (default)";
        }
        return name + " = " + Secrets.shown(name, setting.value()) + " (from " + setting.source() + ")";
    }

    private String rawValue(String name) {
        Setting setting = given.get(name);
        return setting == null ? Settings.defaultOf(name) : setting.value();
    }
}
