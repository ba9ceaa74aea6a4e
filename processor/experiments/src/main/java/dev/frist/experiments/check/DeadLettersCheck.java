package dev.frist.experiments.check;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.record.Input;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.schema.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dead letters are those that should be, each once, with the bytes as they came. */
final class DeadLettersCheck {

    private final Map<Position, TopicRecord> inputs = new HashMap<>();
    private final int largest;
    private final Outputs outputs;
    private final Findings findings;

    DeadLettersCheck(Recording recording, Outputs outputs, Findings findings) {
        for (Input input : recording.inputs()) {
            inputs.put(input.record().position(), input.record());
        }
        this.largest = recording.settings().largestRecord();
        this.outputs = outputs;
        this.findings = findings;
    }

    /** Compares with what should be there. */
    void check(Map<Position, List<DeadLetterReason>> expected) {
        Set<Position> all = new HashSet<>(expected.keySet());
        all.addAll(outputs.refused().keySet());
        for (Position of : all) {
            compare(of, expected.getOrDefault(of, List.of()), outputs.refused(of));
        }
    }

    private void compare(Position of, List<DeadLetterReason> expected, List<Refused> found) {
        TopicRecord refused = inputs.get(of);
        List<DeadLetterReason> missing = new ArrayList<>(expected);
        for (Refused letter : found) {
            String orderId = letter.record().keyText();
            if (refused == null) {
                findings.add(
                        Kind.DEAD_LETTER_UNDESERVED,
                        orderId,
                        "no input lies where it says",
                        letter.record().position(),
                        of);
                continue;
            }
            if (!missing.remove(letter.reason())) {
                boolean isOnceMore = expected.contains(letter.reason());
                findings.add(
                        isOnceMore ? Kind.DEAD_LETTER_DOUBLED : Kind.DEAD_LETTER_UNDESERVED,
                        orderId,
                        letter.reason() + (isOnceMore ? " once more" : ", where the core says " + expected),
                        letter.record().position(),
                        of);
            }
            damage(refused, letter);
        }
        for (DeadLetterReason reason : missing) {
            findings.add(
                    Kind.INPUT_UNACCOUNTED,
                    refused == null ? null : refused.keyText(),
                    "it is to be a dead letter " + reason + ", and there is none",
                    of);
        }
    }

    private void damage(TopicRecord refused, Refused letter) {
        TopicRecord record = letter.record();
        boolean isWhole = Arrays.equals(refused.value(), record.value());
        if (record.header(DeadLetterHeaders.OMITTED) != null) {
            isWhole = record.value() == null && isTooLarge(refused, record);
        }
        if (!isWhole || !Arrays.equals(refused.key(), record.key())) {
            findings.add(
                    Kind.DEAD_LETTER_DAMAGED,
                    record.keyText(),
                    "its key or its bytes are not those that came",
                    record.position(),
                    refused.position());
        }
    }

    private boolean isTooLarge(TopicRecord refused, TopicRecord letter) {
        long size = length(refused.value()) + length(letter.key());
        for (TopicRecord.Header header : letter.headers()) {
            if (!header.name().equals(DeadLetterHeaders.OMITTED)) {
                size += header.name().getBytes(StandardCharsets.UTF_8).length + length(header.value());
            }
        }
        return size > largest;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
