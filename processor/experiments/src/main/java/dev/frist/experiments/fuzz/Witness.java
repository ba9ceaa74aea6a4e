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

    /**
     * What is in a record.
     *
     * @param event null where there is none that could be read
     * @param isTooDeep whether the stack was not enough to say: how deep one can read depends on what was compiled already
     */
    record Reading(@Nullable Event event, boolean isTooDeep) {

        static final Reading NOTHING = new Reading(null, false);
    }

    /** The event in a record, if there is one. */
    Reading read(Tampered record) {
        byte[] value = record.value();
        Schema contract = Objects.requireNonNull(contracts.get(record.topic()));
        if (value == null || value.length < BrokenBytes.HEADER || value[0] != 0) {
            return Reading.NOTHING;
        }
        Schema writer = written.get(ByteBuffer.wrap(value).getInt(1));
        if (writer == null || !writer.getFullName().equals(contract.getFullName())) {
            return Reading.NOTHING;
        }
        try {
            SpecificDatumReader<SpecificRecord> reader =
                    readers.computeIfAbsent(writer, any -> new SpecificDatumReader<>(any, contract));
            SpecificRecord read = reader.read(
                    null,
                    DecoderFactory.get()
                            .binaryDecoder(value, BrokenBytes.HEADER, value.length - BrokenBytes.HEADER, null));
            byte[] key = record.key();
            Event event = EventReader.read(
                    key == null ? null : new String(key, StandardCharsets.UTF_8),
                    read,
                    new Position(record.topic(), 0, 0),
                    record.timestamp(),
                    value);
            return new Reading(event, false);
        } catch (StackOverflowError tooDeep) {
            return new Reading(null, true);
        } catch (IOException | RuntimeException noEvent) {
            return Reading.NOTHING;
        }
    }
}
