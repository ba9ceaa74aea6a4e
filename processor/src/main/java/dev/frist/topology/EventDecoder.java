package dev.frist.topology;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.EventReader;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Position;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.ReturnEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes events of the bytes of the event topics. */
final class EventDecoder {

    private final ContractCodec codec;
    private final Map<String, Schema> contracts;

    EventDecoder(ContractCodec codec, TopicNames topics) {
        this.codec = codec;
        this.contracts = Map.of(
                topics.orders(), OrderEvent.getClassSchema(),
                topics.returns(), ReturnEvent.getClassSchema(),
                topics.invoiceCorrections(), InvoiceCorrectionEvent.getClassSchema());
    }

    /**
     * Decodes a record.
     *
     * @throws UndecodableException where the bytes are no event of the topic
     * @throws dev.frist.contract.RegistryUnavailableException where the registry must be asked and cannot be
     */
    Event decode(Record<byte[], byte[]> record, Position position) throws UndecodableException {
        Schema contract = contracts.get(position.topic());
        if (contract == null) {
            throw new IllegalStateException(position.topic() + " is no event topic");
        }
        return EventReader.read(
                key(record),
                codec.decode(position.topic(), record.headers(), record.value(), contract),
                position,
                record.timestamp(),
                record.value());
    }

    /** The record's key as text. */
    static @Nullable String key(Record<byte[], byte[]> record) {
        return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    }
}
