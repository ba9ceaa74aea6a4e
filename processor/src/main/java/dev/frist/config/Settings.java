package dev.frist.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import dev.frist.state.BoundedRocksDb;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * Frist's own settings: their names, types, defaults, allowed values and documentation, in one definition that parses,
 * validates and documents. Everything else that may be set belongs to Kafka or to the registry's client and keeps its
 * own name; see {@link KnownNames}.
 */
public final class Settings {

    public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";
    public static final String APPLICATION_ID = "application.id";
    public static final String TOPIC_PREFIX = "topic.prefix";

    public static final String ORPHAN_HOLD = "orphan.hold";
    public static final String RETENTION = "retention";
    public static final String CLOCK_SKEW = "clock.skew";
    public static final String POLICY_LEAD = "policy.lead";
    public static final String FACTS_MAX = "facts.max";

    public static final String SWEEP_INTERVAL = "sweep.interval";
    public static final String SWEEP_BUDGET_TIME = "sweep.budget.time";
    public static final String SWEEP_BUDGET_ITEMS = "sweep.budget.items";
    public static final String COMPLETENESS_INTERVAL = "completeness.interval";
    public static final String CLOCK_TOLERANCE = "clock.tolerance";

    public static final String TOPICS_PARTITIONS = "topics.partitions";
    public static final String TOPICS_REPLICATION_FACTOR = "topics.replication.factor";
    public static final String TOPICS_MIN_INSYNC_REPLICAS = "topics.min.insync.replicas";
    public static final String TOPICS_INPUT_RETENTION = "topics.input.retention";
    public static final String TOPICS_OUTPUT_RETENTION = "topics.output.retention";

    public static final String STATE_DIR = "state.dir";
    public static final String ROCKSDB_BLOCK_CACHE_BYTES = BoundedRocksDb.BLOCK_CACHE_BYTES;
    public static final String ROCKSDB_WRITE_BUFFER_BYTES = BoundedRocksDb.WRITE_BUFFER_BYTES;

    public static final String STARTUP_TIMEOUT = "startup.timeout";
    public static final String CLOSE_TIMEOUT = "close.timeout";
    public static final String THREAD_RESTARTS = "thread.restarts";

    public static final String MANAGEMENT_HOST = "management.host";
    public static final String MANAGEMENT_PORT = "management.port";

    public static final String MANAGEMENT_TOKEN = "management.token";
    public static final String METRICS_CHANNELS = "metrics.channels";

    public static final String SECRETS_PATHS = "secrets.paths";
    public static final String SECRETS_ENV = "secrets.env";

    /** The one definition. */
    public static final ConfigDef DEFINITION = connection(deadlines(topics(state(lifecycle(domain(new ConfigDef()))))));

    private static final String TOPIC_CHARACTERS = "letters, digits, '.', '_' and '-'";

    private Settings() {}

    /** The default as text; empty where there is none. */
    static String defaultOf(String name) {
        ConfigDef.ConfigKey key = DEFINITION.configKeys().get(name);
        return key == null || !key.hasDefault() ? "" : asText(key.defaultValue);
    }

    /** A parsed value as one would write it. */
    static String asText(Object value) {
        if (value instanceof Password secret && secret.value().isEmpty()) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private static ConfigDef connection(ConfigDef def) {
        Group group = new Group(def, "Connection");
        group.add(
                BOOTSTRAP_SERVERS,
                ConfigDef.Type.LIST,
                ConfigDef.NO_DEFAULT_VALUE,
                addresses(),
                HIGH,
                "The Kafka brokers to ask first, as host:port, comma-separated.");
        group.add(
                SCHEMA_REGISTRY_URL,
                ConfigDef.Type.LIST,
                ConfigDef.NO_DEFAULT_VALUE,
                urls(),
                HIGH,
                "The schema registry, which speaks Confluent's API, comma-separated where there are several.");
        group.add(
                APPLICATION_ID,
                ConfigDef.Type.STRING,
                "frist",
                name(),
                HIGH,
                "Names the consumer group, the internal topics and the folder below state.dir. Whoever changes it starts"
                        + " from an empty state.");
        group.add(
                TOPIC_PREFIX,
                ConfigDef.Type.STRING,
                "",
                Matching.of("[A-Za-z0-9._-]{0,100}", "up to 100 " + TOPIC_CHARACTERS),
                HIGH,
                "Stands before the name of each of the eight topics, such as `shop.` in `shop.orders`.");
        group.add(
                SECRETS_PATHS,
                ConfigDef.Type.LIST,
                "/run/secrets,/var/run/secrets,/etc/frist",
                ConfigDef.LambdaValidator.with((name, value) -> {}, () -> "folders, comma-separated"),
                LOW,
                "The folders below which `${file:PATH:KEY}` and `${dir:FOLDER:FILE}` may read secrets.");
        group.add(
                SECRETS_ENV,
                ConfigDef.Type.STRING,
                "FRIST_SECRET_.*",
                Matching.aRegularExpression(),
                LOW,
                "Which environment variables `${env:NAME}` may read.");
        return def;
    }

    private static ConfigDef domain(ConfigDef def) {
        Group group = new Group(def, "Rules of the processor");
        group.add(
                ORPHAN_HOLD,
                ConfigDef.Type.STRING,
                "P7D",
                DurationRange.orZero(),
                MEDIUM,
                "How long a record waits for the order or the return that it speaks of; then it is a dead letter"
                        + " `ORPHANED`. Exact.");
        group.add(
                RETENTION,
                ConfigDef.Type.STRING,
                "P1160D",
                DurationRange.positive(),
                MEDIUM,
                "How long an order is remembered after its last record, once no case is open and nothing is parked. The"
                        + " default covers three years, in which a fault can be claimed. Exact.");
        group.add(
                CLOCK_SKEW,
                ConfigDef.Type.STRING,
                "PT5M",
                DurationRange.orZero(),
                MEDIUM,
                "How far a record's business time may be ahead of its timestamp; further is a dead letter"
                        + " `OCCURRED_IN_FUTURE`.");
        group.add(
                POLICY_LEAD,
                ConfigDef.Type.STRING,
                "P1D",
                DurationRange.orZero(),
                MEDIUM,
                "How long before it takes effect a policy version must have been written that takes the place of"
                        + " another, so that every instance knows it in time.");
        group.add(
                FACTS_MAX,
                ConfigDef.Type.INT,
                1000,
                between(1, 1_000_000),
                LOW,
                "How many facts an order may have; more are dead letters `TOO_MANY_FACTS`.");
        return def;
    }

    private static ConfigDef deadlines(ConfigDef def) {
        Group group = new Group(def, "Deadlines");
        group.add(
                SWEEP_INTERVAL,
                ConfigDef.Type.STRING,
                "PT0.1S",
                DurationRange.positive(),
                MEDIUM,
                "How often each task looks for windows that are due.");
        group.add(
                SWEEP_BUDGET_TIME,
                ConfigDef.Type.STRING,
                "PT0.05S",
                DurationRange.positive(),
                LOW,
                "How long one sweep of a task may take before records get their turn again.");
        group.add(
                SWEEP_BUDGET_ITEMS,
                ConfigDef.Type.INT,
                1000,
                between(1, 1_000_000),
                LOW,
                "How many windows one sweep of a task may handle.");
        group.add(
                COMPLETENESS_INTERVAL,
                ConfigDef.Type.STRING,
                "PT1S",
                DurationRange.positive(),
                LOW,
                "How often an instance asks the brokers up to where its input topics have been processed. A dispute opens"
                        + " only when everything that lay there at that moment has been read.");
        group.add(
                CLOCK_TOLERANCE,
                ConfigDef.Type.STRING,
                "PT1S",
                DurationRange.positive(),
                LOW,
                "How far the clock of this machine and that of the brokers may be apart and still be believed. Where they"
                        + " differ by more, deadlines go by what two of three say: the machine, the brokers, and the time"
                        + " gone by since these agreed.");
        return def;
    }

    private static ConfigDef topics(ConfigDef def) {
        Group group = new Group(def, "Topics, for `frist topics`");
        group.add(
                TOPICS_PARTITIONS,
                ConfigDef.Type.INT,
                6,
                between(1, 10_000),
                MEDIUM,
                "Partitions of each event topic and each output. All have the same count, and it can't be changed later:"
                        + " an order's records and its state must stay in one partition.");
        group.add(
                TOPICS_REPLICATION_FACTOR,
                ConfigDef.Type.INT,
                -1,
                orBrokersDefault(32_767),
                MEDIUM,
                "Replicas of each topic that is created; -1 leaves it to the brokers.");
        group.add(
                TOPICS_MIN_INSYNC_REPLICAS,
                ConfigDef.Type.INT,
                -1,
                orBrokersDefault(32_767),
                LOW,
                "Replicas that must have a record before it counts as written; -1 leaves it to the brokers.");
        group.add(
                TOPICS_INPUT_RETENTION,
                ConfigDef.Type.STRING,
                "P30D",
                DurationRange.positive(),
                MEDIUM,
                "How long the event topics keep a record. It must be longer than the longest outage.");
        group.add(
                TOPICS_OUTPUT_RETENTION,
                ConfigDef.Type.STRING,
                "P90D",
                DurationRange.positive(),
                MEDIUM,
                "How long decisions and dead letters are kept.");
        return def;
    }

    private static ConfigDef state(ConfigDef def) {
        Group group = new Group(def, "State");
        group.add(
                STATE_DIR,
                ConfigDef.Type.STRING,
                "",
                null,
                HIGH,
                "The folder for the local copy of the state. Default: `frist` below `$XDG_STATE_HOME`, or else below"
                        + " `~/.local/state`. Never a temporary folder in production: what is swept away must be restored.");
        group.add(
                ROCKSDB_BLOCK_CACHE_BYTES,
                ConfigDef.Type.LONG,
                BoundedRocksDb.DEFAULT_BLOCK_CACHE_BYTES,
                ConfigDef.Range.atLeast(1L << 20),
                LOW,
                "Memory outside the heap for reading state, shared by all stores of the process, write buffers included.");
        group.add(
                ROCKSDB_WRITE_BUFFER_BYTES,
                ConfigDef.Type.LONG,
                BoundedRocksDb.DEFAULT_WRITE_BUFFER_BYTES,
                ConfigDef.Range.atLeast(1L << 20),
                LOW,
                "The part of it that all write buffers together may take.");
        return def;
    }

    private static ConfigDef lifecycle(ConfigDef def) {
        Group group = new Group(def, "Life cycle and management");
        group.add(
                STARTUP_TIMEOUT,
                ConfigDef.Type.STRING,
                "PT30S",
                DurationRange.positive(),
                MEDIUM,
                "How long to try to reach the brokers and the registry before giving up.");
        group.add(
                CLOSE_TIMEOUT,
                ConfigDef.Type.STRING,
                "PT30S",
                DurationRange.positive(),
                MEDIUM,
                "How long a stop may take. A supervisor should wait longer before it kills.");
        group.add(
                THREAD_RESTARTS,
                ConfigDef.Type.INT,
                5,
                between(0, 1000),
                LOW,
                "How often within ten minutes a stream thread that died is replaced, before the process gives up.");
        group.add(
                MANAGEMENT_HOST,
                ConfigDef.Type.STRING,
                "127.0.0.1",
                new ConfigDef.NonEmptyString(),
                MEDIUM,
                "The address on which `/health/live`, `/health/ready`, `/metrics`, `/status` and `/topology` answer; 0.0.0.0"
                        + " is every one.");
        group.add(
                MANAGEMENT_PORT,
                ConfigDef.Type.INT,
                8090,
                between(0, 65_535),
                MEDIUM,
                "The port of these; 0 takes a free one.");
        group.add(
                MANAGEMENT_TOKEN,
                ConfigDef.Type.PASSWORD,
                "",
                null,
                MEDIUM,
                "Must be shown, as `Authorization: Bearer …`, for all of these but health. Empty lets everybody look who"
                        + " reaches the port. Give it by reference, such as `${file:/run/secrets/frist:token}`.");
        group.add(
                METRICS_CHANNELS,
                ConfigDef.Type.LIST,
                "",
                ConfigDef.LambdaValidator.with((name, value) -> {}, () -> "names, comma-separated"),
                LOW,
                "The channels whose decisions have metrics of their own; all others count as `other`. Where none is named"
                        + " it is the first ten that are met: their names come with the events.");
        return def;
    }

    private static ConfigDef.Validator name() {
        return Matching.of("[A-Za-z0-9._-]{1,100}", "1 to 100 " + TOPIC_CHARACTERS);
    }

    private static ConfigDef.Validator addresses() {
        return new EachOf(Matching.of(
                "(?:[A-Z0-9_]+://)?(?:\\[[0-9A-Fa-f:.]+]|[^\\s:/]+):\\d{1,5}", "host:port, comma-separated"));
    }

    private static ConfigDef.Validator urls() {
        return new EachOf(Matching.of("https?://\\S+", "http://host:port or https://host:port, comma-separated"));
    }

    private static ConfigDef.Validator orBrokersDefault(int max) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    int number = (Integer) value;
                    if (number != -1 && (number < 1 || number > max)) {
                        throw new ConfigException(name, value, "must be -1 or from 1 to " + max);
                    }
                },
                () -> "-1 or from 1 to " + max);
    }

    /** Adds settings to a definition under one heading, in the order in which they are to be read. */
    private static final class Group {

        private final ConfigDef def;
        private final String title;
        private int order;

        Group(ConfigDef def, String title) {
            this.def = def;
            this.title = title;
        }

        void add(
                String name,
                ConfigDef.Type type,
                Object defaultValue,
                ConfigDef.@Nullable Validator validator,
                Importance importance,
                String doc) {
            def.define(name, type, defaultValue, validator, importance, doc, title, ++order, Width.NONE, name);
        }
    }
}
