package dev.frist.experiments.check;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.EventReader;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.record.Input;
import dev.frist.experiments.record.RunSettings;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.schema.Contracts;
import dev.frist.schema.InvoiceCorrectionEvent;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.ReturnEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the event topics, decoded, by where they lie and by the order that their key names. */
final class Inputs {

    /** What can be an order's id; under any other key nothing is ever kept. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final Map<Position, Taken> byPosition = new LinkedHashMap<>();
    private final Map<String, List<Taken>> byOrder = new HashMap<>();
    private final List<Taken> ofNoOrder = new ArrayList<>();

    Inputs(RunSettings settings, List<Input> inputs, ContractCodec codec) {
        Map<String, Schema> contracts = Map.of(
                settings.topic(Contracts.ORDERS), OrderEvent.getClassSchema(),
                settings.topic(Contracts.RETURNS), ReturnEvent.getClassSchema(),
                settings.topic(Contracts.INVOICE_CORRECTIONS), InvoiceCorrectionEvent.getClassSchema());
        for (Input input : inputs) {
            Schema contract = contracts.get(input.record().topic());
            if (contract != null) {
                add(new Taken(input, event(input.record(), contract, codec)));
            }
        }
    }

    private void add(Taken taken) {
        byPosition.put(taken.position(), taken);
        String key = taken.input().record().keyText();
        if (taken.event() != null && key != null && ID.matcher(key).matches()) {
            byOrder.computeIfAbsent(key, id -> new ArrayList<>()).add(taken);
        } else {
            ofNoOrder.add(taken);
        }
    }

    private static @Nullable Event event(TopicRecord record, Schema contract, ContractCodec codec) {
        byte[] value = record.value();
        try {
            return value == null
                    ? null
                    : EventReader.read(
                            record.keyText(),
                            codec.decode(record.topic(), record.kafkaHeaders(), value, contract),
                            record.position(),
                            record.timestamp(),
                            value);
        } catch (UndecodableException poison) {
            return null;
        }
    }

    /** The record at a position; null where none lies there. */
    @Nullable
    Taken at(Position position) {
        return byPosition.get(position);
    }

    /** The events whose key is that order's id, in no particular order across topics; within one, by offset. */
    List<Taken> of(String orderId) {
        return byOrder.getOrDefault(orderId, List.of());
    }

    /** Every order that an event speaks to. */
    Collection<String> orders() {
        return byOrder.keySet();
    }

    /** What could not be decoded, and events whose key can be no order's. */
    List<Taken> ofNoOrder() {
        return ofNoOrder;
    }

    Collection<Taken> all() {
        return byPosition.values();
    }
}
