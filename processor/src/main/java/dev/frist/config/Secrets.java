package dev.frist.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.utils.Utils;

/**
 * Replaces references to secrets ({@code ${file:PATH:KEY}}, {@code ${dir:FOLDER:FILE}}, {@code ${env:NAME}}) by means of
 * Kafka's config providers, and keeps secrets out of what is printed. Further providers are named as Kafka does, by
 * {@code config.providers}.
 */
public final class Secrets {

    /** What stands in for a secret wherever one would be printed. */
    static final String HIDDEN = "[hidden]";

    private static final Pattern REFERENCE = ConfigTransformer.DEFAULT_PATTERN;
    private static final Pattern TELLING_NAME =
            Pattern.compile(".*(?:password|secret|token|credential|user\\.info|jaas|private|header).*");
    private static final Pattern USER_IN_URL = Pattern.compile("://[^/@\\s]+@");

    private Secrets() {}

    /** Whether the value must never be printed: whoever defines it says so, or its name does where nobody does. */
    static boolean isSecret(String name) {
        return KnownNames.find(name)
                .map(known -> known.key().type() == ConfigDef.Type.PASSWORD)
                .orElseGet(() ->
                        TELLING_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches());
    }

    /** A value fit to be printed. A reference says where a secret is, not what it is, and is shown as written. */
    public static String shown(String name, String written) {
        if (REFERENCE.matcher(written).find()) {
            return written;
        }
        return isSecret(name) && !written.isEmpty()
                ? HIDDEN
                : USER_IN_URL.matcher(written).replaceAll("://" + HIDDEN + "@");
    }

    /**
     * Replaces the references in all values.
     *
     * @param settings as written
     * @param paths folders that may be read, comma-separated
     * @param environment which environment variables may be read
     * @param problems takes what can't be resolved
     */
    static Map<String, String> resolve(
            Map<String, Setting> settings, String paths, String environment, List<SettingProblem> problems) {
        Map<String, ConfigProvider> providers = new HashMap<>();
        try {
            String folders = existing(paths);
            // Without a folder Kafka's providers would read them all.
            if (!folders.isEmpty()) {
                providers.put("file", new FileConfigProvider());
                providers.put("dir", new DirectoryConfigProvider());
            }
            providers.put("env", new EnvVarConfigProvider());
            providers
                    .values()
                    .forEach(provider -> provider.configure(Map.of(
                            DirectoryConfigProvider.ALLOWED_PATHS_CONFIG,
                            folders,
                            EnvVarConfigProvider.ALLOWLIST_PATTERN_CONFIG,
                            usable(environment))));
            addNamed(providers, settings, problems);
            Map<String, String> resolved = new HashMap<>();
            settings.forEach((name, setting) ->
                    resolve(providers, setting, problems).ifPresent(text -> resolved.put(name, text)));
            return resolved;
        } finally {
            providers.values().forEach(provider -> Utils.closeQuietly(provider, "config provider"));
        }
    }

    /** Kafka's providers refuse to start where a folder is missing. */
    private static String existing(String paths) {
        return Stream.of(paths.trim().split("\\s*,\\s*"))
                .map(Path::of)
                .filter(path -> path.isAbsolute() && Files.isDirectory(path))
                .map(Path::toString)
                .collect(Collectors.joining(","));
    }

    /** A pattern that is none lets nothing pass; that it is wrong is said elsewhere. */
    private static String usable(String pattern) {
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException wrong) {
            return "(?!)";
        }
    }

    private static Optional<String> resolve(
            Map<String, ConfigProvider> providers, Setting setting, List<SettingProblem> problems) {
        String value = setting.value();
        List<String> references =
                REFERENCE.matcher(value).results().map(MatchResult::group).toList();
        if (references.isEmpty()) {
            return Optional.of(value);
        }
        try {
            String resolved = new ConfigTransformer(providers)
                    .transform(Map.of("value", value))
                    .data()
                    .get("value");
            if (resolved != null && references.stream().noneMatch(resolved::contains)) {
                return Optional.of(resolved);
            }
        } catch (RuntimeException unreadable) {
            // Said below: the provider's own message may quote what it read.
        }
        problems.add(new SettingProblem(
                setting.name(),
                setting.name() + " (from " + setting.source() + ") refers to " + String.join(" ", references)
                        + ", which is not there, can't be read, or lies outside of " + Settings.SECRETS_PATHS + " or "
                        + Settings.SECRETS_ENV));
        return Optional.empty();
    }

    private static void addNamed(
            Map<String, ConfigProvider> providers, Map<String, Setting> settings, List<SettingProblem> problems) {
        Setting names = settings.get(KnownNames.PROVIDERS);
        Set<String> named = new LinkedHashSet<>(
                names == null ? List.of() : List.of(names.value().trim().split("\\s*,\\s*")));
        for (String name : named) {
            String prefix = KnownNames.PROVIDERS + "." + name + ".";
            Setting type = settings.get(prefix + "class");
            Map<String, String> parameters = new HashMap<>();
            settings.forEach((key, setting) -> {
                if (key.startsWith(prefix + "param.")) {
                    parameters.put(key.substring((prefix + "param.").length()), setting.value());
                }
            });
            try {
                ConfigProvider provider = Utils.newInstance(type == null ? "" : type.value(), ConfigProvider.class);
                provider.configure(parameters);
                providers.put(name, provider);
            } catch (ClassNotFoundException | RuntimeException unusable) {
                problems.add(new SettingProblem(
                        prefix + "class",
                        prefix + "class is not the class of a usable config provider: "
                                + (type == null ? "not set" : type.value() + " (from " + type.source() + ")")));
            }
        }
    }
}
