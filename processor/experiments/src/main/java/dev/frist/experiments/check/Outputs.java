package dev.frist.experiments.check;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.DecisionReader;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.record.RunSettings;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.schema.Dispute;
import dev.frist.schema.Notice;
import dev.frist.schema.Resolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What was published, decoded. What cannot be read is a finding at once. */
final class Outputs {

    private final Map<UUID, List<Published>> byId = new HashMap<>();
    private final Map<String, List<Published>> byOrder = new HashMap<>();
    private final Map<Position, List<Refused>> refused = new HashMap<>();
    private long decisions;

    Outputs(RunSettings settings, List<TopicRecord> outputs, ContractCodec codec, Findings findings) {
        Map<String, Schema> contracts = Map.of(
                settings.topic(Contracts.DISPUTES), Dispute.getClassSchema(),
                settings.topic(Contracts.RESOLUTIONS), Resolution.getClassSchema(),
                settings.topic(Contracts.NOTICES), Notice.getClassSchema());
        for (TopicRecord record : outputs) {
            Schema contract = contracts.get(record.topic());
            if (contract != null) {
                decision(record, contract, codec, findings);
            } else {
                deadLetter(record, findings);
            }
        }
    }

    private void decision(TopicRecord record, Schema contract, ContractCodec codec, Findings findings) {
        try {
            Decision decision =
                    DecisionReader.read(codec.decode(record.topic(), record.kafkaHeaders(), record.value(), contract));
            if (!decision.orderId().equals(record.keyText())) {
                findings.add(
                        Kind.DECISION_WRONG,
                        decision.orderId(),
                        "a decision lies under the key " + record.keyText(),
                        record.position());
            }
            if (decision.decidedAt() != record.timestamp()) {
                findings.add(
                        Kind.DECISION_WRONG,
                        decision.orderId(),
                        "its record says " + record.timestamp() + ", and it says that it was decided at "
                                + decision.decidedAt(),
                        record.position());
            }
            Published published = new Published(record, decision);
            byId.computeIfAbsent(decision.decisionId(), id -> new ArrayList<>()).add(published);
            byOrder.computeIfAbsent(decision.orderId(), id -> new ArrayList<>()).add(published);
            decisions++;
        } catch (UndecodableException | RuntimeException unreadable) {
            findings.add(
                    Kind.DECISION_WRONG,
                    record.keyText(),
                    "a decision cannot be read: " + unreadable.getMessage(),
                    record.position());
        }
    }

    private void deadLetter(TopicRecord record, Findings findings) {
        try {
            Position of = new Position(
                    required(record, DeadLetterHeaders.TOPIC),
                    Integer.parseInt(required(record, DeadLetterHeaders.PARTITION)),
                    Long.parseLong(required(record, DeadLetterHeaders.OFFSET)));
            required(record, DeadLetterHeaders.EXCEPTION);
            required(record, DeadLetterHeaders.MESSAGE);
            DeadLetterReason reason = DeadLetterReason.valueOf(required(record, DeadLetterHeaders.REASON));
            refused.computeIfAbsent(of, position -> new ArrayList<>()).add(new Refused(record, reason, of));
        } catch (IllegalArgumentException damaged) {
            findings.add(
                    Kind.DEAD_LETTER_DAMAGED,
                    record.keyText(),
                    "its headers do not say what it is: " + damaged.getMessage(),
                    record.position());
        }
    }

    private static String required(TopicRecord record, String name) {
        String found = record.header(name);
        if (found == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return found;
    }

    /** The records that a decision was published in; one, if all is well. */
    List<Published> of(UUID decisionId) {
        return byId.getOrDefault(decisionId, List.of());
    }

    /** The first record that a decision was published in; null where there is none. */
    @Nullable
    Published first(UUID decisionId) {
        List<Published> found = of(decisionId);
        return found.isEmpty() ? null : found.get(0);
    }

    /** All that was published about an order, topic by topic. */
    List<Published> of(String orderId) {
        return byOrder.getOrDefault(orderId, List.of());
    }

    Collection<String> orders() {
        return byOrder.keySet();
    }

    /** The dead letters of the record at a position. */
    List<Refused> refused(Position of) {
        return refused.getOrDefault(of, List.of());
    }

    Map<Position, List<Refused>> refused() {
        return refused;
    }

    long decisions() {
        return decisions;
    }
}
