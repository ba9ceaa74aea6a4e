package dev.frist.experiments.check;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.DecisionReader;
import dev.frist.contract.DecisionWriter;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Evidence;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.verdict.DecisionIds;
import dev.frist.experiments.record.Input;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.schema.Dispute;
import dev.frist.schema.Notice;
import dev.frist.schema.Resolution;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;

/** Forges recordings. Each returns another one and leaves its own alone. */
final class Tampering {

    private final Recording honest;
    private final ContractCodec codec;

    Tampering(Recording honest, ContractCodec codec) {
        this.honest = honest;
        this.codec = codec;
    }

    boolean isDecision(int output) {
        return !honest.outputs().get(output).topic().equals(Contracts.DEAD_LETTERS);
    }

    Decision decision(int output) {
        TopicRecord record = honest.outputs().get(output);
        Schema contract = switch (record.topic()) {
            case Contracts.DISPUTES -> Dispute.getClassSchema();
            case Contracts.RESOLUTIONS -> Resolution.getClassSchema();
            default -> Notice.getClassSchema();
        };
        try {
            return DecisionReader.read(codec.decode(record.topic(), record.kafkaHeaders(), record.value(), contract));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Recording without(int output) {
        List<TopicRecord> outputs = new ArrayList<>(honest.outputs());
        outputs.remove(output);
        return withOutputs(outputs);
    }

    /** The record once more, as a producer without idempotence would write it. */
    Recording twice(int output) {
        TopicRecord record = honest.outputs().get(output);
        List<TopicRecord> outputs = new ArrayList<>(honest.outputs());
        outputs.add(at(record, 1_000_000));
        return withOutputs(outputs);
    }

    /** The same content once more under the next number of its return, or of the order. */
    Recording onceMoreUnderItsOwnNumber(int output) {
        Decision it = decision(output);
        int last = 0;
        for (int i = 0; i < honest.outputs().size(); i++) {
            if (isDecision(i) && Objects.equals(decision(i).returnId(), it.returnId())) {
                last = Math.max(last, decision(i).sequence());
            }
        }
        List<TopicRecord> outputs = new ArrayList<>(honest.outputs());
        outputs.add(at(written(honest.outputs().get(output), numbered(it, last + 1)), 1_000_000));
        return withOutputs(outputs);
    }

    Recording changed(int output, UnaryOperator<Decision> change) {
        List<TopicRecord> outputs = new ArrayList<>(honest.outputs());
        outputs.set(output, written(outputs.get(output), change.apply(decision(output))));
        return withOutputs(outputs);
    }

    /** Two records in each other's place. */
    Recording swapped(int first, int second) {
        List<TopicRecord> outputs = new ArrayList<>(honest.outputs());
        TopicRecord a = outputs.get(first);
        TopicRecord b = outputs.get(second);
        outputs.set(first, at(b, a.offset()));
        outputs.set(second, at(a, b.offset()));
        return withOutputs(outputs);
    }

    Recording withDamagedBytes(int output) {
        TopicRecord it = honest.outputs().get(output);
        byte[] value = it.value() == null ? new byte[] {1} : it.value().clone();
        if (value.length > 0) {
            value[value.length - 1] ^= 1;
        } else {
            value = new byte[] {1};
        }
        List<TopicRecord> outputs = new ArrayList<>(honest.outputs());
        outputs.set(
                output,
                new TopicRecord(
                        it.topic(), it.partition(), it.offset(), it.timestamp(), it.key(), value, it.headers()));
        return withOutputs(outputs);
    }

    Recording withHeader(int output, String name, String text) {
        TopicRecord it = honest.outputs().get(output);
        List<TopicRecord.Header> headers = new ArrayList<>();
        for (TopicRecord.Header header : it.headers()) {
            headers.add(
                    header.name().equals(name)
                            ? new TopicRecord.Header(name, text.getBytes(StandardCharsets.UTF_8))
                            : header);
        }
        List<TopicRecord> outputs = new ArrayList<>(honest.outputs());
        outputs.set(
                output,
                new TopicRecord(
                        it.topic(), it.partition(), it.offset(), it.timestamp(), it.key(), it.value(), headers));
        return withOutputs(outputs);
    }

    String reason(int output) {
        return String.valueOf(honest.outputs().get(output).header(DeadLetterHeaders.REASON));
    }

    /** One more input, which the processor never saw. */
    Recording withInput(Input input) {
        List<Input> inputs = new ArrayList<>(honest.inputs());
        inputs.add(input);
        return new Recording(
                honest.settings(),
                inputs,
                honest.acknowledged(),
                honest.outputs(),
                honest.orders(),
                honest.windows(),
                honest.schemas());
    }

    /** Without a state of an order. */
    Recording withoutState(int state) {
        List<TopicRecord> orders = new ArrayList<>(honest.orders());
        orders.remove(state);
        return new Recording(
                honest.settings(),
                honest.inputs(),
                honest.acknowledged(),
                honest.outputs(),
                orders,
                honest.windows(),
                honest.schemas());
    }

    /** With an input acknowledged at another time. */
    Recording acknowledgedAt(int input, long at) {
        List<Input> inputs = new ArrayList<>(honest.inputs());
        inputs.set(input, new Input(inputs.get(input).record(), at));
        return new Recording(
                honest.settings(),
                inputs,
                honest.acknowledged(),
                honest.outputs(),
                honest.orders(),
                honest.windows(),
                honest.schemas());
    }

    private Recording withOutputs(List<TopicRecord> outputs) {
        return new Recording(
                honest.settings(),
                honest.inputs(),
                honest.acknowledged(),
                outputs,
                honest.orders(),
                honest.windows(),
                honest.schemas());
    }

    private TopicRecord written(TopicRecord record, Decision decision) {
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                codec.encode(record.topic(), DecisionWriter.write(decision)),
                record.headers());
    }

    private static TopicRecord at(TopicRecord record, long offset) {
        return new TopicRecord(
                record.topic(),
                record.partition(),
                offset,
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    private static Decision numbered(Decision it, int sequence) {
        return new Change(it)
                .id(DecisionIds.of(it.orderId(), it.returnId(), sequence))
                .sequence(sequence)
                .made();
    }

    /** A decision with some fields changed. */
    static final class Change {

        private final Decision it;
        private UUID id;
        private int sequence;
        private long decidedAt;
        private Ground ground;
        private List<DecisionLine> lines;
        private long amount;
        private List<Evidence> evidence;

        Change(Decision it) {
            this.it = it;
            id = it.decisionId();
            sequence = it.sequence();
            decidedAt = it.decidedAt();
            ground = it.ground();
            lines = it.lines();
            amount = it.amount();
            evidence = it.evidence();
        }

        Change id(UUID other) {
            id = other;
            return this;
        }

        Change sequence(int other) {
            sequence = other;
            return this;
        }

        Change decidedAt(long other) {
            decidedAt = other;
            return this;
        }

        Change ground(Ground other) {
            ground = other;
            return this;
        }

        Change lines(List<DecisionLine> other) {
            lines = other;
            return this;
        }

        Change amount(long other) {
            amount = other;
            return this;
        }

        Change evidence(List<Evidence> other) {
            evidence = other;
            return this;
        }

        Decision made() {
            return new Decision(
                    it.topic(),
                    id,
                    it.orderId(),
                    it.returnId(),
                    sequence,
                    decidedAt,
                    it.type(),
                    ground,
                    lines,
                    amount,
                    it.currency(),
                    it.deadline(),
                    it.invoice(),
                    it.owner(),
                    it.audience(),
                    it.allowedActions(),
                    it.review(),
                    it.explanation(),
                    evidence);
        }
    }
}
