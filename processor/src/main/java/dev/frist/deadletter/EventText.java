package dev.frist.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.config.FristConfig;
import dev.frist.domain.fact.Position;
import dev.frist.schema.Contracts;
import dev.frist.setup.Patient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Values of records as Avro's JSON, the form that the console producer of a registry takes: read with the schema that
 * they were written with, whichever that was, and written with the contract of their topic.
 */
public final class EventText implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAGIC_AND_ID = 1 + Integer.BYTES;

    private final String prefix;
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();

    /** With the registry that the settings name. */
    public EventText(FristConfig config) {
        this.prefix = config.topicPrefix();
        Map<String, Object> settings = new TreeMap<>(config.registry());
        settings.put("specific.avro.reader", false);
        settings.put("auto.register.schemas", false);
        settings.put("avro.remove.java.properties", true);
        deserializer.configure(settings, false);
        serializer.configure(settings, false);
    }

    /**
     * What can be read of a value.
     *
     * @param schemaId the id of the schema that it says it was written with; null where it says none
     * @param schema the name of that schema; null where the registry has none under the id
     * @param event null where it can't be read
     * @param problem why it can't be read; null where it can
     */
    public record Reading(
            @Nullable Integer schemaId,
            @Nullable String schema,
            @Nullable JsonNode event,
            @Nullable String problem) {

        /** The system that the envelope names as its source; null where it can't be read. */
        public @Nullable String source() {
            return event == null || !event.path("source").isTextual()
                    ? null
                    : event.path("source").asText();
        }
    }

    /** Reads the value of a refused record as far as possible. */
    public Reading read(RefusedRecord refused) {
        Position origin = refused.origin();
        return read(origin == null ? "" : origin.topic(), refused.value());
    }

    private Reading read(String topic, byte @Nullable [] value) {
        Integer schemaId = schemaId(value);
        if (value == null || schemaId == null) {
            return new Reading(
                    null, null, null, value == null ? "there is no value" : "not in Confluent's wire format");
        }
        try {
            Object decoded = deserializer.deserialize(topic, value);
            if (decoded instanceof GenericRecord read) {
                return new Reading(schemaId, read.getSchema().getFullName(), JSON.readTree(json(read)), null);
            }
            return new Reading(schemaId, null, JSON.getNodeFactory().textNode(String.valueOf(decoded)), null);
        } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError unreadable) {
            return new Reading(schemaId, null, null, Patient.reason(unreadable));
        }
    }

    /**
     * Writes a value with the contract of a topic.
     *
     * @param topic with the prefix of the installation
     * @throws IllegalArgumentException where the text is no such record; says where it is not
     * @throws org.apache.kafka.common.KafkaException where the registry does not know the contract
     */
    public byte[] write(String topic, String json) {
        Schema contract = Contracts.schemaOf(topic.substring(prefix.length()));
        GenericRecord read;
        try {
            read = new GenericDatumReader<GenericRecord>(contract)
                    .read(null, DecoderFactory.get().jsonDecoder(contract, json));
        } catch (IOException | AvroRuntimeException noSuchRecord) {
            throw new IllegalArgumentException(
                    "no " + contract.getFullName() + " in Avro's JSON: " + Patient.reason(noSuchRecord), noSuchRecord);
        }
        return serializer.serialize(topic, read);
    }

    /** The key under which an event belongs: its {@code orderId}. */
    public static byte[] key(String json) {
        try {
            String orderId = JSON.readTree(json).path("orderId").asText();
            return orderId.getBytes(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalArgumentException("no JSON: " + Patient.reason(broken), broken);
        }
    }

    private static @Nullable Integer schemaId(byte @Nullable [] value) {
        return value == null || value.length < MAGIC_AND_ID || value[0] != 0
                ? null
                : (Integer) ByteBuffer.wrap(value).getInt(1);
    }

    private static String json(GenericRecord value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().jsonEncoder(value.getSchema(), bytes);
        new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        deserializer.close();
        serializer.close();
    }
}
