package dev.frist.experiments.record;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schemas that records in Confluent's wire format name by their ids. */
final class SchemaIds {

    private static final int HEADER = 1 + Integer.BYTES;
    private static final int NOT_FOUND = 404;

    private SchemaIds() {}

    /** Asks the registry for every id that stands in these values; those that it does not know are left out. */
    static SortedMap<Integer, String> found(Stream<TopicRecord> records, SchemaRegistryClient registry) {
        TreeSet<Integer> ids = new TreeSet<>();
        records.forEach(record -> add(ids, record.value()));
        SortedMap<Integer, String> schemas = new TreeMap<>();
        for (int id : ids) {
            String schema = find(id, registry);
            if (schema != null) {
                schemas.put(id, schema);
            }
        }
        return schemas;
    }

    private static void add(Set<Integer> ids, byte @Nullable [] value) {
        if (value != null && value.length >= HEADER && value[0] == 0) {
            ids.add(ByteBuffer.wrap(value, 1, Integer.BYTES).getInt());
        }
    }

    private static @Nullable String find(int id, SchemaRegistryClient registry) {
        try {
            ParsedSchema found = registry.getSchemaById(id);
            return found.schemaType().equals(AvroSchema.TYPE) ? found.canonicalString() : null;
        } catch (RestClientException answer) {
            if (answer.getStatus() == NOT_FOUND) {
                return null;
            }
            throw new IllegalStateException("the registry refused schema " + id, answer);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
