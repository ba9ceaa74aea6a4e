package dev.frist.config;

import dev.frist.domain.order.Limits;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * All settings, valid, with secrets resolved: Frist's own by name and type, and what passes through to Kafka Streams, its
 * clients and the registry's client. Immutable.
 */
public final class FristConfig {

    private final Map<String, Setting> given;
    private final Map<String, String> resolved;
    private final AbstractConfig own;

    private FristConfig(Map<String, Setting> given, Map<String, String> resolved) {
        this.given = given;
        this.resolved = resolved;
        Map<String, String> ours = new TreeMap<>(resolved);
        // Otherwise Kafka would look for references to secrets once more.
        ours.keySet().retainAll(Settings.DEFINITION.names());
        this.own = new AbstractConfig(Settings.DEFINITION, ours, false);
    }

    /**
     * Reads and checks all settings.
     *
     * @throws WrongSettingsException with everything that is wrong
     */
    public static FristConfig from(SettingSources sources) {
        List<SettingProblem> problems = new ArrayList<>(sources.problems());
        Map<String, Setting> given = sources.settings();
        Map<String, String> resolved = Validation.check(given, problems);
        if (!problems.isEmpty()) {
            throw new WrongSettingsException(problems);
        }
        return new FristConfig(given, resolved);
    }

    /**
     * Settings that a program gives, and nothing else.
     *
     * @throws WrongSettingsException with everything that is wrong
     */
    public static FristConfig of(Map<String, String> values) {
        return from(new SettingSources().values(values));
    }

    /** These settings, and some that win over them. */
    public FristConfig with(Map<String, String> values) {
        SettingSources sources = new SettingSources();
        given.values().forEach(sources::put);
        return from(sources.values(values));
    }

    /** Orphan hold, retention, clock skew and the most facts of an order. */
    public Limits limits() {
        return new Limits(
                duration(Settings.ORPHAN_HOLD).toMillis(),
                duration(Settings.RETENTION).toMillis(),
                duration(Settings.CLOCK_SKEW).toMillis(),
                own.getInt(Settings.FACTS_MAX));
    }

    /** How long before it takes effect a policy version must have been written that takes the place of another. */
    public Duration policyLead() {
        return duration(Settings.POLICY_LEAD);
    }

    /** What stands before the name of each topic. */
    public String topicPrefix() {
        return text(Settings.TOPIC_PREFIX);
    }

    /** The consumer group's name. */
    public String applicationId() {
        return text(Settings.APPLICATION_ID);
    }

    /** The folder for the local copy of the state. */
    public Path stateDir() {
        return stateDir(resolved);
    }

    /** One of Frist's own settings that is a length of time. */
    public Duration duration(String name) {
        return Duration.parse(text(name));
    }

    /** One of Frist's own settings that is a text. */
    public String text(String name) {
        return own.getString(name);
    }

    /** One of Frist's own settings that is a secret; empty where it is not set. */
    public String secret(String name) {
        return own.getPassword(name).value();
    }

    /** One of Frist's own settings that is a whole number. */
    public int number(String name) {
        return own.getInt(name);
    }

    /** One of Frist's own settings that is a list. */
    public List<String> list(String name) {
        return own.getList(name);
    }

    /** One of Frist's own settings, fit to be printed: without credentials. */
    public String shown(String name) {
        return Secrets.shown(name, resolvedOr(resolved, name));
    }

    /** For Kafka Streams: its defaults as Frist wants them, overlaid with what was set. */
    public Properties streams() {
        return streams(resolved);
    }

    static Properties streams(Map<String, String> resolved) {
        Map<String, String> values = new TreeMap<>(KafkaDefaults.values());
        resolved.forEach((name, value) -> {
            if (name.startsWith(KnownNames.PLUGIN)) {
                values.put(name.substring(KnownNames.PLUGIN.length()), value);
            } else if (!name.startsWith(KnownNames.PROVIDERS) && !isOnlyOurs(name) && !KnownNames.isForRegistry(name)) {
                values.put(name, value);
            }
        });
        values.put(StreamsConfig.APPLICATION_ID_CONFIG, resolvedOr(resolved, Settings.APPLICATION_ID));
        values.put(StreamsConfig.STATE_DIR_CONFIG, stateDir(resolved).toString());
        values.put(Settings.ROCKSDB_BLOCK_CACHE_BYTES, resolvedOr(resolved, Settings.ROCKSDB_BLOCK_CACHE_BYTES));
        values.put(Settings.ROCKSDB_WRITE_BUFFER_BYTES, resolvedOr(resolved, Settings.ROCKSDB_WRITE_BUFFER_BYTES));
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }

    /** For Kafka's admin client. */
    public Map<String, Object> admin() {
        return client(AdminClientConfig.configNames(), StreamsConfig.ADMIN_CLIENT_PREFIX);
    }

    /** For a consumer outside of Kafka Streams; deserializers are the caller's. */
    public Map<String, Object> consumer() {
        return client(ConsumerConfig.configNames(), StreamsConfig.CONSUMER_PREFIX);
    }

    /** For a producer outside of Kafka Streams; serializers are the caller's. */
    public Map<String, Object> producer() {
        return client(ProducerConfig.configNames(), StreamsConfig.PRODUCER_PREFIX);
    }

    /** For the registry's client and Confluent's serializers and deserializers. */
    public Map<String, Object> registry() {
        Map<String, Object> values = new TreeMap<>();
        resolved.forEach((name, value) -> {
            if (name.startsWith(KnownNames.PLUGIN)) {
                values.put(name.substring(KnownNames.PLUGIN.length()), value);
            } else if (KnownNames.isForRegistry(name)) {
                values.put(KnownNames.asRegistryHasIt(name), value);
            }
        });
        // The client's own minute is longer than a stream thread should be out of reach.
        values.putIfAbsent(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, "5000");
        values.putIfAbsent(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, "10000");
        RegistryUrls urls = RegistryUrls.of(list(Settings.SCHEMA_REGISTRY_URL));
        values.put(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG, String.join(",", urls.urls()));
        if (urls.userInfo() != null) {
            values.put(SchemaRegistryClientConfig.BASIC_AUTH_CREDENTIALS_SOURCE, "USER_INFO");
            values.put(SchemaRegistryClientConfig.USER_INFO_CONFIG, urls.userInfo());
        }
        return values;
    }

    /**
     * Everything that is in force and known by name, fit to be printed: secrets are hidden.
     *
     * @return by name; a source of its own for defaults
     */
    public List<Setting> effective() {
        Map<String, Setting> all = new TreeMap<>();
        own.values().forEach((name, value) -> all.put(name, new Setting(name, Settings.asText(value), "default")));
        all.put(Settings.STATE_DIR, new Setting(Settings.STATE_DIR, stateDir().toString(), "default"));
        KafkaDefaults.values().forEach((name, value) -> all.put(name, new Setting(name, value, "default of Frist")));
        given.forEach((name, setting) ->
                all.put(name, new Setting(name, Secrets.shown(name, setting.value()), setting.source())));
        return List.copyOf(all.values());
    }

    private Map<String, Object> client(Set<String> names, String prefix) {
        Map<String, Object> values = new TreeMap<>();
        resolved.forEach((name, value) -> {
            if (names.contains(name) && !name.equals(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG)) {
                values.put(name, value);
            } else if (name.startsWith(KnownNames.PLUGIN)) {
                values.put(name.substring(KnownNames.PLUGIN.length()), value);
            }
        });
        resolved.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), value);
            }
        });
        return values;
    }

    private static boolean isOnlyOurs(String name) {
        return Settings.DEFINITION.names().contains(name)
                && !StreamsConfig.configDef().names().contains(name);
    }

    private static String resolvedOr(Map<String, String> resolved, String name) {
        return resolved.getOrDefault(name, Settings.defaultOf(name));
    }

    private static Path stateDir(Map<String, String> resolved) {
        String set = resolved.getOrDefault(Settings.STATE_DIR, "");
        if (!set.isEmpty()) {
            return Path.of(set).toAbsolutePath().normalize();
        }
        String stateHome = System.getenv("XDG_STATE_HOME");
        Path base = stateHome == null || stateHome.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(stateHome);
        return base.resolve("frist");
    }
}
