package dev.frist.config;

import dev.frist.state.BoundedRocksDb;
import dev.frist.topology.SizeLimits;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Where Frist starts from something else than Kafka does. Whoever sets the same name wins. */
public final class KafkaDefaults {

    private static final Duration CHANGELOG_TOMBSTONES = Duration.ofDays(1);
    private static final Duration LONGEST_UNCOMPACTED = Duration.ofDays(7);
    private static final Duration OLDEST_STATE = Duration.ofHours(18);

    /** A record as large as the topology makes them, and what is put around it. */
    public static final int LARGEST_REQUEST = SizeLimits.DEFAULT.record() + (1 << 20);

    private KafkaDefaults() {}

    /** The defaults by name, as text. */
    static Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // A decision is visible when its transaction commits, and firing waits for committed offsets.
        values.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "200");
        // Who restores the state of a killed instance waits until brokers, which look every ten seconds, have given its
        // transaction up: no later than the group gives the instance up (session.timeout.ms, 45 s).
        values.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), "30000");
        values.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Integer.toString(LARGEST_REQUEST));
        // An unclean exit under exactly-once restores from scratch; a standby takes over meanwhile.
        values.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "1");
        values.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // Stores and internal topics keep their names when the topology grows, or the state is lost.
        values.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        // Kafka 5 will do so; until then it warns of it at every start.
        values.put("processing.exception.handler.global.enabled", "true");
        values.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
        // State that missed tombstones would bring deleted orders back: it is thrown away before they are.
        values.put(StreamsConfig.topicPrefix(TopicConfig.DELETE_RETENTION_MS_CONFIG), millis(CHANGELOG_TOMBSTONES));
        // What was erased is to be gone from the changelogs by then, also where little is written.
        values.put(StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG), millis(LONGEST_UNCOMPACTED));
        values.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, millis(OLDEST_STATE));
        return values;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
