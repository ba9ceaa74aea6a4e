package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.record.TopicRecord;

/** A decision and the record that it was published in. */
record Published(TopicRecord record, Decision decision) {

    Position position() {
        return record.position();
    }

    @Override
    public String toString() {
        return decision.type()
                + (decision.ground() == null ? "" : " " + decision.ground())
                + " " + decision.returnId() + "/" + decision.sequence() + " at " + decision.decidedAt();
    }
}
