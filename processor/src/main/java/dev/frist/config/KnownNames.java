package dev.frist.config;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Every name that may be set, and who defines it. Kafka's and the registry client's settings keep their own names:
 *
 * <ul>
 *   <li>a bare name ({@code security.protocol}) is for Kafka Streams and all its clients;
 *   <li>{@code consumer.}, {@code main.consumer.}, {@code restore.consumer.}, {@code global.consumer.},
 *       {@code producer.} and {@code admin.} aim it at one of them;
 *   <li>{@code topic.} is for internal topics;
 *   <li>{@code schema.registry.} is for the registry's client, whose bare names ({@code basic.auth.user.info}) do too;
 *   <li>what stands behind {@code plugin.} goes unexamined to everybody, for plug-ins' own settings.
 * </ul>
 */
final class KnownNames {

    static final String REGISTRY = "schema.registry.";
    static final String PLUGIN = "plugin.";
    static final String PROVIDERS = "config.providers";

    private static final String REQUEST_HEADER = AbstractKafkaSchemaSerDeConfig.REQUEST_HEADER_PREFIX;

    private static final ConfigDef CONSUMER = ConsumerConfig.configDef();
    private static final ConfigDef PRODUCER = ProducerConfig.configDef();
    private static final ConfigDef ADMIN = AdminClientConfig.configDef();
    private static final ConfigDef STREAMS = StreamsConfig.configDef();
    private static final ConfigDef REGISTRY_CLIENT = registryClient();

    /** In the order in which they are asked. */
    private static final List<Family> FAMILIES = List.of(
            new Family("", Settings.DEFINITION),
            new Family("", REGISTRY_CLIENT),
            new Family(REGISTRY, REGISTRY_CLIENT),
            new Family("", STREAMS),
            new Family("", CONSUMER),
            new Family("", PRODUCER),
            new Family("", ADMIN),
            new Family(StreamsConfig.MAIN_CONSUMER_PREFIX, CONSUMER),
            new Family(StreamsConfig.RESTORE_CONSUMER_PREFIX, CONSUMER),
            new Family(StreamsConfig.GLOBAL_CONSUMER_PREFIX, CONSUMER),
            new Family(StreamsConfig.CONSUMER_PREFIX, CONSUMER),
            new Family(StreamsConfig.PRODUCER_PREFIX, PRODUCER),
            new Family(StreamsConfig.ADMIN_CLIENT_PREFIX, ADMIN),
            new Family(StreamsConfig.TOPIC_PREFIX, topics()));

    private KnownNames() {}

    /** Names that one definition has under one prefix. */
    private record Family(String prefix, ConfigDef definition) {

        Optional<Known> find(String name) {
            if (!name.startsWith(prefix)) {
                return Optional.empty();
            }
            ConfigDef.ConfigKey key = definition.configKeys().get(name.substring(prefix.length()));
            return Optional.ofNullable(key).map(found -> new Known(found, definition));
        }

        List<String> names() {
            return definition.names().stream().map(name -> prefix + name).toList();
        }
    }

    /**
     * A name that somebody defines.
     *
     * @param key what is known of it
     * @param definition where it comes from
     */
    record Known(ConfigDef.ConfigKey key, ConfigDef definition) {

        boolean isOwn() {
            return definition == Settings.DEFINITION;
        }
    }

    /** Whose name it is, if it is one that is examined. */
    static Optional<Known> find(String name) {
        return FAMILIES.stream().flatMap(family -> family.find(name).stream()).findFirst();
    }

    /** Whether the name may be set. */
    static boolean isKnown(String name) {
        return find(name).isPresent()
                || name.startsWith(PLUGIN)
                || name.startsWith(REQUEST_HEADER)
                || name.startsWith(PROVIDERS + ".");
    }

    /** Whether only the registry's client has a use for it. */
    static boolean isForRegistry(String name) {
        return name.startsWith(REQUEST_HEADER)
                || name.startsWith(REGISTRY)
                || REGISTRY_CLIENT.names().contains(name);
    }

    /** The name under which the registry's client knows it. */
    static String asRegistryHasIt(String name) {
        return name.startsWith(REGISTRY) && !REGISTRY_CLIENT.names().contains(name)
                ? name.substring(REGISTRY.length())
                : name;
    }

    /** What somebody who wrote an unknown name probably meant. */
    static Optional<String> nearest(String unknown) {
        Optional<String> own = NearestName.to(unknown, Settings.DEFINITION.names());
        if (own.isPresent()) {
            return own;
        }
        Set<String> all = FAMILIES.stream()
                .flatMap(family -> family.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return NearestName.to(unknown, all);
    }

    private static ConfigDef registryClient() {
        ConfigDef def = AbstractKafkaSchemaSerDeConfig.baseConfigDef();
        List<String> names = new ArrayList<>(List.of(
                "url.randomize",
                "missing.cache.size",
                "missing.id.cache.ttl.sec",
                "missing.version.cache.ttl.sec",
                "missing.schema.cache.ttl.sec"));
        names.removeAll(def.names());
        names.forEach(name -> def.define(name, ConfigDef.Type.STRING, null, ConfigDef.Importance.LOW, ""));
        for (ConfigDef.ConfigKey key : List.copyOf(def.configKeys().values())) {
            String bare = key.name.startsWith(REGISTRY) ? key.name.substring(REGISTRY.length()) : key.name;
            // TLS of the registry has no bare name: that one is Kafka's.
            if (bare.startsWith("ssl.") || def.names().contains(bare) || bare.equals("url")) {
                continue;
            }
            def.define(bare, key.type, null, key.importance, key.documentation);
        }
        return def;
    }

    private static ConfigDef topics() {
        ConfigDef def = new ConfigDef();
        Arrays.stream(TopicConfig.class.getFields())
                .filter(field ->
                        field.getType() == String.class && field.getName().endsWith("_CONFIG"))
                .map(KnownNames::valueOf)
                .distinct()
                .forEach(name -> def.define(name, ConfigDef.Type.STRING, null, ConfigDef.Importance.LOW, ""));
        return def;
    }

    private static String valueOf(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(constant + " is public", impossible);
        }
    }
}
