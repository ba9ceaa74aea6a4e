package dev.frist.experiments.check;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.RunSettings;
import dev.frist.schema.Contracts;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The registry as it was when the recording was made, within the process. */
final class RecordedRegistry implements AutoCloseable {

    private final String scope = "recording-" + UUID.randomUUID();
    private final ContractRegistry registry;

    RecordedRegistry(Recording recording) {
        SchemaRegistryClient client = MockSchemaRegistry.getClientForScope(scope, List.of(new AvroSchemaProvider()));
        List<String> subjects = Stream.concat(RunSettings.INPUTS.stream(), RunSettings.OUTPUTS.stream())
                .map(recording.settings()::topic)
                .map(Contracts::subject)
                .toList();
        int version = 0;
        for (Map.Entry<Integer, String> schema : recording.schemas().entrySet()) {
            version++;
            for (String subject : subjects) {
                register(client, subject, new AvroSchema(schema.getValue()), version, schema.getKey());
            }
        }
        registry = ContractRegistry.connect(Map.of("schema.registry.url", "mock://" + scope));
    }

    /** A schema's id is the same under every subject: a record may name a schema that is not of its topic. */
    private static void register(SchemaRegistryClient client, String subject, AvroSchema schema, int version, int id) {
        try {
            client.register(subject, schema, version, id);
        } catch (IOException | RestClientException impossible) {
            throw new IllegalStateException("schema " + id + " of the recording cannot be used", impossible);
        }
    }

    ContractCodec codec() {
        return registry.codec();
    }

    @Override
    public void close() {
        registry.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
