package dev.frist.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** The client's serializers work with the Avro and Kafka versions of this build. */
final class ConfluentSerializersTest {

    private static final Schema SCHEMA = SchemaBuilder.record("Parcel")
            .namespace("dev.frist.confluent")
            .fields()
            .requiredString("carrier")
            .optionalLong("weight")
            .endRecord();
    private static final Map<String, String> CONFIG = Map.of("schema.registry.url", "mock://serializers");

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

    @Test
    void aGenericRecordGoesOutInTheConfluentWireFormatAndComesBack() throws Exception {
        GenericRecord parcel = new GenericRecordBuilder(SCHEMA)
                .set("carrier", "PostNord")
                .set("weight", 1200L)
                .build();

        byte[] bytes;
        try (var serializer = new KafkaAvroSerializer(registry, CONFIG)) {
            bytes = serializer.serialize("parcels", parcel);
        }

        ByteBuffer wire = ByteBuffer.wrap(bytes);
        assertThat(wire.get()).as("magic byte").isZero();
        int id = wire.getInt();
        assertThat(registry.getSchemaById(id).canonicalString()).isEqualTo(SCHEMA.toString());
        assertThat(registry.getAllSubjects()).containsExactly("parcels-value");
        try (var deserializer = new KafkaAvroDeserializer(registry, CONFIG)) {
            Object back = deserializer.deserialize("parcels", bytes);
            assertThat(back).isInstanceOf(GenericData.Record.class).hasToString(parcel.toString());
        }
    }

    @Test
    void bytesThatAreNotInTheWireFormatAreRefused() {
        try (var deserializer = new KafkaAvroDeserializer(registry, CONFIG)) {
            assertThatThrownBy(() -> deserializer.deserialize("parcels", new byte[] {'{', '}', 0, 0, 0, 0}))
                    .isInstanceOf(SerializationException.class);
        }
    }
}
