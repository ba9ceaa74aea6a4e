package dev.frist.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The settings as a document, made from their definition, so that it cannot say something else than the program does. */
public final class SettingsReference {

    private SettingsReference() {}

    /** Markdown: Frist's own settings by group, then its defaults for Kafka's. */
    public static String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# Settings\n\n");
        text.append(
                "Set them in the file of `--config` (Java properties, UTF-8), in the environment, or on the command line"
                        + " (`--set NAME=VALUE`); later ones win in this order.\n\n");
        text.append(
                "An environment variable is `FRIST_` and the name in upper case with `_` for a dot, `__` for a dash and"
                        + " `___` for an underscore: `" + SettingSources.variableOf(Settings.BOOTSTRAP_SERVERS)
                        + "`.\n\n");
        groups().forEach((title, keys) -> {
            text.append("## ").append(title).append("\n\n");
            keys.forEach(key -> describe(key, text));
        });
        passedThrough(text);
        secrets(text);
        return text.toString();
    }

    private static Map<String, List<ConfigDef.ConfigKey>> groups() {
        Map<String, List<ConfigDef.ConfigKey>> groups = new LinkedHashMap<>();
        Settings.DEFINITION.groups().forEach(title -> groups.put(title, new ArrayList<>()));
        Settings.DEFINITION
                .configKeys()
                .values()
                .forEach(key -> groups.computeIfAbsent(key.group, absent -> new ArrayList<>())
                        .add(key));
        groups.values().forEach(keys -> keys.sort(Comparator.comparingInt(key -> key.orderInGroup)));
        return groups;
    }

    private static void describe(ConfigDef.ConfigKey key, StringBuilder text) {
        String value = key.hasDefault() ? Settings.defaultOf(key.name) : "";
        text.append("### `")
                .append(key.name)
                .append("`\n\n")
                .append(key.documentation)
                .append("\n\n");
        text.append("| Type | Default | Allowed | Importance | Variable |\n| --- | --- | --- | --- | --- |\n");
        text.append("| ")
                .append(key.type.toString().toLowerCase(Locale.ROOT))
                .append(" | ")
                .append(!key.hasDefault() ? "none, required" : value.isEmpty() ? "empty" : "`" + cell(value) + "`")
                .append(" | ")
                .append(cell(Validation.allowed(key)))
                .append(" | ")
                .append(key.importance.toString().toLowerCase(Locale.ROOT))
                .append(" | `")
                .append(SettingSources.variableOf(key.name))
                .append("` |\n\n");
    }

    private static void passedThrough(StringBuilder text) {
        text.append("## Settings of Kafka and of the registry's client\n\n");
        text.append("""
                Every one passes through under its own name.

                | Written | Reaches |
                | --- | --- |
                | `security.protocol`, `num.stream.threads`, … | Kafka Streams and all its clients, `frist topics` and `frist policy` |
                | `consumer.…`, `main.consumer.…`, `restore.consumer.…`, `global.consumer.…`, `producer.…`, `admin.…` | that client |
                | `topic.…` | the internal topics (changelogs) |
                | `schema.registry.…`, and the bare names of Confluent's client such as `basic.auth.user.info` | the registry's client; its TLS settings are `schema.registry.ssl.…`, since `ssl.…` is Kafka's |
                | `request.header.…` | the registry, as an HTTP header |
                | `plugin.…` | everybody, without the `plugin.`, unexamined: settings of your own interceptors, callback handlers and the like |

                Any other name is refused. Where Frist starts from something else than Kafka does:

                | Setting | Default of Frist |
                | --- | --- |
                """);
        KafkaDefaults.values()
                .forEach((name, value) -> text.append("| `")
                        .append(name)
                        .append("` | `")
                        .append(value)
                        .append("` |\n"));
        text.append('\n');
    }

    private static void secrets(StringBuilder text) {
        text.append("""
                ## Secrets

                Write a reference in place of a secret, and it is read through Kafka's config providers at the start:

                | Reference | Reads |
                | --- | --- |
                | `${file:/etc/frist/kafka.properties:password}` | a key of a properties file |
                | `${dir:/run/secrets:kafka-password}` | a file, the whole of it |
                | `${env:FRIST_SECRET_KAFKA}` | an environment variable; one whose name begins with `FRIST_SECRET_` is never taken for a setting |

                Files must lie below `secrets.paths`, variables must match `secrets.env`. Further providers are named as
                in Kafka: `config.providers`, `config.providers.NAME.class`, `config.providers.NAME.param.…`. Secrets are
                never printed; `frist config` shows `[hidden]`, or the reference.
                """);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
