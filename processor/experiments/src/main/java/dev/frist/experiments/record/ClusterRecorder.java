package dev.frist.experiments.record;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a recording of what lies on the brokers, once every processor has ended: while one runs, a transaction may be
 * open. Nothing is written, and no group is joined.
 */
public final class ClusterRecorder {

    /** The stores by the names that their changelogs have on the brokers. */
    private static final String ORDERS = "order-facts";

    private static final String WINDOWS = "handling-windows";
    private static final int SCHEMAS = 1000;
    private static final long NOT_COMPACTED_MILLIS = 7L * 86_400_000;

    private ClusterRecorder() {}

    /**
     * What every processor of an experiment must be set to, so that the changelogs keep all states of an order and not only
     * the last.
     */
    public static Map<String, String> neededSettings() {
        return Map.of("topic.min.compaction.lag.ms", Long.toString(NOT_COMPACTED_MILLIS));
    }

    /**
     * Reads everything.
     *
     * @param config of the processor
     * @param journal what the producers were told
     * @param settledAt see {@link RunSettings#settledAt()}
     */
    public static Recording read(FristConfig config, Journal journal, long settledAt) {
        List<Input> inputs = new ArrayList<>();
        List<TopicRecord> outputs = new ArrayList<>();
        List<TopicRecord> orders;
        List<TopicRecord> windows;
        try (TopicReader reader = new TopicReader(config.consumer())) {
            for (String topic : RunSettings.INPUTS) {
                reader.read(config.topicPrefix() + topic)
                        .forEach(record -> inputs.add(new Input(record, journal.at(record.position()))));
            }
            for (String topic : RunSettings.OUTPUTS) {
                outputs.addAll(reader.read(config.topicPrefix() + topic));
            }
            orders = reader.read(changelog(config, ORDERS));
            windows = reader.read(changelog(config, WINDOWS));
        }
        Stream<TopicRecord> values = Stream.concat(inputs.stream().map(Input::record), outputs.stream());
        return new Recording(
                RunSettings.of(config, settledAt),
                inputs,
                journal.all(),
                outputs,
                orders,
                windows,
                schemas(config, values));
    }

    private static Map<Integer, String> schemas(FristConfig config, Stream<TopicRecord> values) {
        try (SchemaRegistryClient registry = new CachedSchemaRegistryClient(
                config.list(Settings.SCHEMA_REGISTRY_URL),
                SCHEMAS,
                List.of(new AvroSchemaProvider()),
                config.registry())) {
            return SchemaIds.found(values, registry);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String changelog(FristConfig config, String store) {
        return config.applicationId() + "-" + store + "-changelog";
    }
}
