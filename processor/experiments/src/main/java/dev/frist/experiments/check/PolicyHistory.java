package dev.frist.experiments.check;

import dev.frist.contract.ContractCodec;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.experiments.record.Input;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.policy.PolicyLedger;
import dev.frist.policy.RejectedPolicy;
import dev.frist.schema.Contracts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policy topic, record by record: every book that an instance can have had in its hands. */
final class PolicyHistory {

    /** How long after its write a version may be unknown to an instance, beyond {@code policy.lead}, millis. */
    private static final long PATIENCE = 60_000;

    private final List<Read> reads = new ArrayList<>();
    private final List<RejectedPolicy> rejected;
    private final long lead;

    /** The book after a record, and when that record certainly lay in the topic. */
    private record Read(PolicyBook book, long writtenAt, long acknowledgedAt) {}

    PolicyHistory(Recording recording, ContractCodec codec) {
        lead = recording.settings().policyLead();
        PolicyLedger ledger = new PolicyLedger(lead);
        reads.add(new Read(PolicyBook.EMPTY, Long.MIN_VALUE, Long.MIN_VALUE));
        String topic = recording.settings().topic(Contracts.WINDOW_POLICIES);
        for (Input input : recording.inputs()) {
            TopicRecord record = input.record();
            if (record.topic().equals(topic)) {
                ledger.read(
                        Objects.requireNonNullElse(record.key(), new byte[0]),
                        record.value(),
                        record.kafkaHeaders(),
                        record.position(),
                        record.timestamp(),
                        codec);
                if (ledger.book() != reads.get(reads.size() - 1).book()) {
                    reads.add(new Read(ledger.book(), record.timestamp(), input.acknowledgedAt()));
                }
            }
        }
        rejected = ledger.rejectedFrom(0);
    }

    /** The versions that the guard does not let pass. */
    List<RejectedPolicy> rejected() {
        return rejected;
    }

    /** Every version accepted in the end. */
    PolicyBook last() {
        return reads.get(reads.size() - 1).book();
    }

    /** The version of that name; null where none was accepted. */
    @Nullable
    WindowPolicy find(@Nullable String policyId, @Nullable Integer version) {
        return policyId == null || version == null ? null : last().find(new PolicyRef(policyId, version));
    }

    /**
     * The books that an instance may have judged by at an instant (epoch millis), the likeliest first. Instances read the
     * policies each for itself; which had come to one by then, nobody can know, but what was written long before had.
     */
    List<PolicyBook> possibleAt(long now) {
        int known = 0;
        int certain = 0;
        for (int i = 1; i < reads.size(); i++) {
            known = reads.get(i).writtenAt() <= now ? i : known;
            certain = isCertain(reads.get(i).acknowledgedAt(), now) ? i : certain;
        }
        List<PolicyBook> books = new ArrayList<>();
        books.add(reads.get(Math.max(known, certain)).book());
        for (int i = reads.size() - 1; i >= certain; i--) {
            if (i != Math.max(known, certain)) {
                books.add(reads.get(i).book());
            }
        }
        return books;
    }

    private boolean isCertain(long acknowledgedAt, long now) {
        return acknowledgedAt != Input.NEVER && acknowledgedAt < now - lead - PATIENCE;
    }
}
