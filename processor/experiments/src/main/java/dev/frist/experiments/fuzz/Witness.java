package dev.frist.experiments.fuzz;

import dev.frist.contract.EventReader;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Position;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.ReturnEvent;
import dev.frist.topology.TopicNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads records with nothing but Avro and the schemas by their ids: what the topology made of them is held against it. */
final class Witness {

    private final Map<Integer, Schema> written;
    private final Map<String, Schema> contracts;
    private final IdentityHashMap<Schema, SpecificDatumReader<SpecificRecord>> readers = new IdentityHashMap<>();

    Witness(Map<Integer, Schema> written, TopicNames topics) {
        this.written = written;
        this.contracts = Map.of(
                topics.orders(), OrderEvent.getClassSchema(),
                topics.returns(), ReturnEvent.getClassSchema(),
                topics.invoiceCorrections(), InvoiceCorrectionEvent.getClassSchema());
    }

    /** The event in a record; null where there is none. */
    @Nullable
    Event read(Tampered record) {
        byte[] value = record.value();
        Schema contract = Objects.requireNonNull(contracts.get(record.topic()));
        if (value == null || value.length < BrokenBytes.HEADER || value[0] != 0) {
            return null;
        }
        Schema writer = written.get(ByteBuffer.wrap(value).getInt(1));
        if (writer == null || !writer.getFullName().equals(contract.getFullName())) {
            return null;
        }
        try {
            SpecificDatumReader<SpecificRecord> reader =
                    readers.computeIfAbsent(writer, any -> new SpecificDatumReader<>(any, contract));
            SpecificRecord read = reader.read(
                    null,
                    DecoderFactory.get()
                            .binaryDecoder(value, BrokenBytes.HEADER, value.length - BrokenBytes.HEADER, null));
            byte[] key = record.key();
            return EventReader.read(
                    key == null ? null : new String(key, StandardCharsets.UTF_8),
                    read,
                    new Position(record.topic(), 0, 0),
                    record.timestamp(),
                    value);
        } catch (IOException | RuntimeException | StackOverflowError noEvent) {
            return null;
        }
    }
}
