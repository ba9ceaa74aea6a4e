package dev.frist.experiments.check;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.record.TopicRecord;

/**
 * A dead letter.
 *
 * @param of where the record lies that was refused
 */
record Refused(TopicRecord record, DeadLetterReason reason, Position of) {}
