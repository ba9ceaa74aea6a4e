package dev.frist.experiments.history;

import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The value of a record, made when it is sent. */
@FunctionalInterface
public interface Content {

    /** Writes a record of a contract as the topic wants it; topics are named without their prefix. */
    interface Encoder {
        byte[] encode(String topic, SpecificRecord value);
    }

    byte @Nullable [] bytes(Encoder encoder);

    /** A record of the topic's contract. */
    static Content of(String topic, SpecificRecord value) {
        return encoder -> encoder.encode(topic, value);
    }

    /** A record of the contract whose bytes were tampered with. */
    static Content tampered(String topic, SpecificRecord value, UnaryOperator<byte[]> tampering) {
        return encoder -> tampering.apply(encoder.encode(topic, value));
    }

    /** Any bytes, or none. */
    static Content raw(byte @Nullable [] bytes) {
        return encoder -> bytes;
    }
}
