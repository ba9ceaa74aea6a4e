package dev.frist.contract;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Records of the contracts as the bytes that Confluent's serializers write and read. For one thread. */
public final class ContractCodec {

    private final KafkaAvroDeserializer deserializer;
    private final KafkaAvroSerializer serializer;

    ContractCodec(KafkaAvroDeserializer deserializer, KafkaAvroSerializer serializer) {
        this.deserializer = deserializer;
        this.serializer = serializer;
    }

    /**
     * Reads a value.
     *
     * @param topic the topic's full name
     * @param contract the schema of the generated class to read it as, whatever compatible schema it was written with
     * @throws UndecodableException where the bytes can never be read as that contract
     * @throws RegistryUnavailableException where the registry must be asked and cannot be
     */
    public SpecificRecord decode(String topic, Headers headers, byte @Nullable [] value, Schema contract)
            throws UndecodableException {
        if (value == null) {
            throw new UndecodableException("the record has no value");
        }
        Object decoded;
        try {
            decoded = deserializer.deserialize(topic, headers, value, contract);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            throw undecodable(failed);
        }
        if (decoded instanceof SpecificRecord contractRecord
                && contractRecord.getSchema().getFullName().equals(contract.getFullName())) {
            return contractRecord;
        }
        throw new UndecodableException("the record is no " + contract.getFullName());
    }

    /**
     * Writes a value.
     *
     * @param topic the topic's full name
     * @throws RegistryUnavailableException where the registry must be asked and cannot be
     * @throws org.apache.kafka.common.KafkaException where the registry does not know the contract
     */
    public byte[] encode(String topic, SpecificRecord value) {
        try {
            return serializer.serialize(topic, new RecordHeaders(), value);
        } catch (RuntimeException failed) {
            RegistryUnavailableException unavailable = unavailable(failed);
            throw unavailable == null ? failed : unavailable;
        }
    }

    /** Of what the deserializer throws, the innermost says what is wrong, and the outermost only where. */
    private static UndecodableException undecodable(Throwable failed) {
        RegistryUnavailableException unavailable = unavailable(failed);
        if (unavailable != null) {
            throw unavailable;
        }
        Throwable innermost = failed;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return new UndecodableException(failed.getMessage() + ": " + innermost.getMessage(), failed);
    }

    private static @Nullable RegistryUnavailableException unavailable(Throwable failed) {
        for (Throwable link = failed; link != null; link = link.getCause()) {
            if (link instanceof RegistryUnavailableException unavailable) {
                return unavailable;
            }
        }
        return null;
    }
}
