package dev.frist.experiments.fuzz;

import dev.frist.contract.ContractRegistry;
import dev.frist.schema.Contracts;
import dev.frist.schema.OrderEvent;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * A registry within the process that knows the contracts, and one schema that somebody should not have registered. For one
 * thread.
 */
final class FuzzRegistry implements AutoCloseable {

    private static final String URL = "mock://";

    private final String scope;
    private final Map<Integer, Schema> written = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();
    private final ContractRegistry registry;
    private final int nestedId;

    private FuzzRegistry(String scope) {
        this.scope = scope;
        SchemaRegistryClient client = MockSchemaRegistry.getClientForScope(scope);
        try {
            for (Map.Entry<String, Schema> contract : Contracts.registered().entrySet()) {
                register(client, contract.getKey(), contract.getValue());
            }
            nestedId = register(client, Contracts.ORDERS, nested());
        } catch (IOException | RestClientException impossible) {
            throw new IllegalStateException(impossible);
        }
        registry = ContractRegistry.connect(Map.of("schema.registry.url", URL + scope));
    }

    /** A registry of its own. */
    static FuzzRegistry open(String scope) {
        return new FuzzRegistry(scope);
    }

    private int register(SchemaRegistryClient client, String topic, Schema schema)
            throws IOException, RestClientException {
        int id = client.register(Contracts.subject(topic), new AvroSchema(schema));
        written.put(id, schema);
        ids.putIfAbsent(schema.getFullName(), id);
        return id;
    }

    /** An order event with a chain at its end, as long as anybody likes. */
    private static Schema nested() {
        Schema order = Contracts.schemaOf(Contracts.ORDERS);
        Schema link = Schema.createRecord("Link", "a link", OrderEvent.class.getPackageName(), false);
        Schema next = Schema.createUnion(Schema.create(Schema.Type.NULL), link);
        link.setFields(List.of(new Schema.Field("next", next, "the next link")));
        List<Schema.Field> fields = new ArrayList<>();
        order.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("chain", next, "a chain"));
        return Schema.createRecord(order.getName(), order.getDoc(), order.getNamespace(), false, fields);
    }

    ContractRegistry registry() {
        return registry;
    }

    /**
     * Writes a record as Confluent's serializer does, which would take a third of the time of a run.
     *
     * @throws IOException where Avro cannot
     */
    byte[] encode(SpecificRecord value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String name = value.getSchema().getFullName();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(Objects.requireNonNull(ids.get(name)))
                .array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        writers.computeIfAbsent(name, any -> new SpecificDatumWriter<>(value.getSchema()))
                .write(value, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    /** The schemas by their ids. */
    Map<Integer, Schema> written() {
        return written;
    }

    int[] ids() {
        return written.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The id of the schema with the chain. */
    int nestedId() {
        return nestedId;
    }

    @Override
    public void close() {
        registry.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
