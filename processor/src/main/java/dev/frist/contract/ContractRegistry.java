package dev.frist.contract;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema registry and Confluent's serializers on it. One for a process: what it has learnt of schemas is shared by
 * the codecs of all threads.
 */
public final class ContractRegistry implements AutoCloseable {

    private static final int SCHEMAS_REMEMBERED = 1000;

    private final SchemaRegistryClient client;
    private final Map<String, Object> settings;

    private ContractRegistry(SchemaRegistryClient client, Map<String, Object> settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Prepares the client; asks nothing yet.
     *
     * @param settings those of Confluent's serializers and of their client, {@code schema.registry.url} among them
     *     ({@code mock://SCOPE} is a registry within the process). Schemas are never registered on the way unless they say
     *     so: that is for {@code frist topics create}
     */
    public static ContractRegistry connect(Map<String, ?> settings) {
        AvroLimits.set();
        Map<String, Object> all = new HashMap<>();
        all.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, false);
        // The registry has the contracts as other languages see them, without the hints for Java.
        all.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
        // Whoever needs the registry waits and tries again, and a sweep of deadlines must not stand still for long.
        all.put(SchemaRegistryClientConfig.MAX_RETRIES_CONFIG, "0");
        all.put(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, "5000");
        all.put(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, "10000");
        all.putAll(settings);
        all.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
        List<String> urls = new AbstractKafkaSchemaSerDeConfig(AbstractKafkaSchemaSerDeConfig.baseConfigDef(), all)
                .getSchemaRegistryUrls();
        SchemaRegistryClient client = SchemaRegistryClientFactory.newClient(
                urls, SCHEMAS_REMEMBERED, List.of(new AvroSchemaProvider()), all, Map.of());
        return new ContractRegistry(RegistryFailures.named(client), all);
    }

    /** Reads and writes records, for one thread. */
    public ContractCodec codec() {
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(client);
        deserializer.configure(settings, false);
        KafkaAvroSerializer serializer = new KafkaAvroSerializer(client);
        serializer.configure(settings, false);
        return new ContractCodec(deserializer, serializer);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException | RuntimeException harmless) {
            // Nothing is lost: what was asked has been answered.
        }
    }
}
