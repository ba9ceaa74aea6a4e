package dev.frist.docs;

import dev.frist.schema.DeadLetterHeaders;
import java.util.List;

/** A header of a dead letter, and what it says. */
record DeadLetterHeader(String name, String meaning) {

    static final List<DeadLetterHeader> ALL = List.of(
            new DeadLetterHeader(DeadLetterHeaders.REASON, "Why the record was refused: one of the words above."),
            new DeadLetterHeader(
                    DeadLetterHeaders.EVENT_ID,
                    "The record's eventId, where it could be read; of a rejected policy its `policyId@version`."),
            new DeadLetterHeader(
                    DeadLetterHeaders.OMITTED,
                    "Set where the value is too large to be published again: how large it is. It still lies where it was"
                            + " read from."),
            new DeadLetterHeader(
                    DeadLetterHeaders.REDRIVEN,
                    "On a note instead of a refused record: that the dead letter at `partition-offset` was sent again. It"
                            + " has no `reason`."),
            new DeadLetterHeader(
                    DeadLetterHeaders.REDRIVEN_FROM,
                    "On a record that was sent again: `partition-offset` of the dead letter that it was."),
            new DeadLetterHeader(DeadLetterHeaders.TOPIC, "The topic that the record was read from."),
            new DeadLetterHeader(
                    DeadLetterHeaders.PARTITION, "The partition that the record was read from, in decimal."),
            new DeadLetterHeader(DeadLetterHeaders.OFFSET, "The record's offset in that partition, in decimal."),
            new DeadLetterHeader(
                    DeadLetterHeaders.EXCEPTION,
                    "The class of the exception, or the reason's where no exception was thrown."),
            new DeadLetterHeader(DeadLetterHeaders.MESSAGE, "What is wrong with the record, in English."));
}
