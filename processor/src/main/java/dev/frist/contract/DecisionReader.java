package dev.frist.contract;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.decision.Review;
import dev.frist.schema.Audience;
import dev.frist.schema.Deadline;
import dev.frist.schema.DecisionLine;
import dev.frist.schema.Dispute;
import dev.frist.schema.Evidence;
import dev.frist.schema.Explanation;
import dev.frist.schema.Invoice;
import dev.frist.schema.Notice;
import dev.frist.schema.Owner;
import dev.frist.schema.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads decisions back from the output topics: for the scenario runner, the demo and checkers of the output. */
public final class DecisionReader {

    private final SpecificRecord value;

    private DecisionReader(SpecificRecord value) {
        this.value = value;
    }

    /**
     * Reads a decision that this version of the domain could have written.
     *
     * @param value a {@link Dispute}, a {@link Resolution} or a {@link Notice}, which have the same fields
     * @throws IllegalArgumentException where the value is of another contract, or has words that the domain lacks
     */
    public static Decision read(SpecificRecord value) {
        return new DecisionReader(value).decision(topic(value));
    }

    private static OutputTopic topic(SpecificRecord value) {
        if (value instanceof Dispute) {
            return OutputTopic.DISPUTES;
        }
        if (value instanceof Resolution) {
            return OutputTopic.RESOLUTIONS;
        }
        if (value instanceof Notice) {
            return OutputTopic.NOTICES;
        }
        throw new IllegalArgumentException(value.getSchema().getFullName() + " is no decision");
    }

    private Decision decision(OutputTopic topic) {
        return new Decision(
                topic,
                UUID.fromString(field("decisionId", String.class)),
                field("orderId", String.class),
                (String) optional("returnId"),
                field("sequence", Integer.class),
                field("decidedAt", Instant.class).toEpochMilli(),
                DecisionType.valueOf(field("type", Enum.class).name()),
                ground(),
                list("lines", DecisionLine.class).stream().map(Blocks::read).toList(),
                field("amount", Long.class),
                field("currency", String.class),
                Blocks.read(field("deadline", Deadline.class)),
                Blocks.read(field("invoice", Invoice.class)),
                Blocks.read(field("owner", Owner.class)),
                list("audience", Audience.class).stream().map(Parties::read).toList(),
                list("allowedActions", String.class),
                Review.valueOf(field("review", Enum.class).name()),
                Blocks.read(field("explanation", Explanation.class)),
                list("evidence", Evidence.class).stream().map(Blocks::read).toList());
    }

    private @Nullable Ground ground() {
        return Blocks.read((dev.frist.schema.Ground) optional("ground"));
    }

    private @Nullable Object optional(String name) {
        return value.get(value.getSchema().getField(name).pos());
    }

    private <T> T field(String name, Class<T> type) {
        Object found = optional(name);
        if (found == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return type.cast(found);
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<?> found = field(name, List.class);
        return Lines.each(found, type::cast);
    }
}
