package dev.frist.contract;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.schema.Dispute;
import dev.frist.schema.DisputeType;
import dev.frist.schema.Notice;
import dev.frist.schema.NoticeType;
import dev.frist.schema.Resolution;
import dev.frist.schema.ResolutionType;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Writes decisions as records of the topic that they are published to. */
public final class DecisionWriter {

    private static final Words<DecisionType, DisputeType> DISPUTE_TYPES =
            Words.between(DecisionType.class, DisputeType.class);
    private static final Words<DecisionType, ResolutionType> RESOLUTION_TYPES =
            Words.between(DecisionType.class, ResolutionType.class);
    private static final Words<DecisionType, NoticeType> NOTICE_TYPES =
            Words.between(DecisionType.class, NoticeType.class);

    private DecisionWriter() {}

    /** A {@link Dispute}, a {@link Resolution} or a {@link Notice}, as the decision's topic says. */
    public static SpecificRecord write(Decision decision) {
        return switch (decision.topic()) {
            case DISPUTES -> dispute(decision);
            case RESOLUTIONS -> resolution(decision);
            case NOTICES -> notice(decision);
        };
    }

    private static Dispute dispute(Decision it) {
        return new Dispute(
                it.decisionId().toString(),
                it.orderId(),
                it.returnId(),
                it.sequence(),
                Instant.ofEpochMilli(it.decidedAt()),
                DISPUTE_TYPES.of(it.type()),
                Blocks.write(it.ground()),
                Lines.each(it.lines(), Blocks::write),
                it.amount(),
                it.currency(),
                Blocks.write(it.deadline()),
                Blocks.write(it.invoice()),
                Blocks.write(it.owner()),
                Lines.each(it.audience(), Parties::write),
                it.allowedActions(),
                Blocks.write(it.review()),
                Blocks.write(it.explanation()),
                Lines.each(it.evidence(), Blocks::write));
    }

    private static Resolution resolution(Decision it) {
        return new Resolution(
                it.decisionId().toString(),
                it.orderId(),
                it.returnId(),
                it.sequence(),
                Instant.ofEpochMilli(it.decidedAt()),
                RESOLUTION_TYPES.of(it.type()),
                Blocks.write(it.ground()),
                Lines.each(it.lines(), Blocks::write),
                it.amount(),
                it.currency(),
                Blocks.write(it.deadline()),
                Blocks.write(it.invoice()),
                Blocks.write(it.owner()),
                Lines.each(it.audience(), Parties::write),
                it.allowedActions(),
                Blocks.write(it.review()),
                Blocks.write(it.explanation()),
                Lines.each(it.evidence(), Blocks::write));
    }

    private static Notice notice(Decision it) {
        return new Notice(
                it.decisionId().toString(),
                it.orderId(),
                it.returnId(),
                it.sequence(),
                Instant.ofEpochMilli(it.decidedAt()),
                NOTICE_TYPES.of(it.type()),
                Blocks.write(it.ground()),
                Lines.each(it.lines(), Blocks::write),
                it.amount(),
                it.currency(),
                Blocks.write(it.deadline()),
                Blocks.write(it.invoice()),
                Blocks.write(it.owner()),
                Lines.each(it.audience(), Parties::write),
                it.allowedActions(),
                Blocks.write(it.review()),
                Blocks.write(it.explanation()),
                Lines.each(it.evidence(), Blocks::write));
    }
}
