package dev.frist.topology;

import dev.frist.policy.PolicyLedger;
import dev.frist.policy.RejectedPolicy;
import dev.frist.state.TaskNotes;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the policies that were rejected, each once. Every instance reads the policy topic and comes to the same
 * rejections, but only the task of partition 0, which is one in the whole group, publishes them; up to where it has done
 * so is in its state, and so in the same transaction as the dead letters.
 */
final class RejectedPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedPolicies.class);

    private final PolicyLedger ledger;
    private final TaskNotes notes;
    private final Outbox outbox;
    private final DeadLetterRecords deadLetters;
    private final ProcessorContext<byte[], byte[]> context;
    private long next;

    RejectedPolicies(
            PolicyLedger ledger,
            TaskNotes notes,
            Outbox outbox,
            DeadLetterRecords deadLetters,
            ProcessorContext<byte[], byte[]> context) {
        this.ledger = ledger;
        this.notes = notes;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.context = context;
        this.next = notes.nextPolicy();
    }

    /** Publishes what was rejected since. */
    void publish(long now) {
        if (context.taskId().partition() != 0) {
            return;
        }
        List<RejectedPolicy> unpublished = ledger.rejectedFrom(next);
        if (unpublished.isEmpty()) {
            return;
        }
        outbox.clear();
        for (RejectedPolicy rejected : unpublished) {
            LOG.warn("Policy {} was rejected: {}", rejected.key(), rejected.detail());
            outbox.add(rejected.reason(), deadLetters.rejected(rejected, now));
            next = rejected.position().offset() + 1;
        }
        notes.nextPolicy(next);
        outbox.send(context);
    }
}
