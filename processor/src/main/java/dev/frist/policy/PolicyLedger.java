package dev.frist.policy;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.PolicyReader;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Position;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyGuard;
import dev.frist.domain.policy.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The policy topic read from its beginning: record by record the guard decides, in the order of the topic, at the time
 * that the record was written. So every instance, whenever it was started, holds the same versions accepted and the same
 * rejected. Nothing of it is stored: what decides must be in the topic, which is why the topic is compacted late (see
 * {@code frist topics}): had an accepted version been compacted away by a rejected rewriting under the same key, an
 * instance started later would know only the rewriting.
 *
 * <p>One thread adds, any thread reads.
 */
public final class PolicyLedger {

    private final long lead;
    private final List<AcceptedPolicy> accepted = new CopyOnWriteArrayList<>();
    private final List<RejectedPolicy> rejected = new CopyOnWriteArrayList<>();
    private volatile PolicyBook book = PolicyBook.EMPTY;
    private long next;

    /**
     * An empty ledger.
     *
     * @param lead {@code policy.lead} in millis: how long before it takes effect a version must have been written that
     *     takes the place of another
     */
    public PolicyLedger(long lead) {
        this.lead = lead;
    }

    /** The versions that were accepted so far. */
    public PolicyBook book() {
        return book;
    }

    /** What was accepted so far, in the order of the topic. */
    public List<AcceptedPolicy> accepted() {
        return List.copyOf(accepted);
    }

    /** What was rejected at or after an offset of the topic, in its order. */
    public List<RejectedPolicy> rejectedFrom(long offset) {
        return rejected.stream()
                .filter(policy -> policy.position().offset() >= offset)
                .toList();
    }

    /**
     * Reads the next record of the topic. One that was read before is passed over, so that the topic may be read again.
     *
     * @param key the record's key as it lies in the topic
     * @param writtenAt the record's timestamp, epoch millis
     * @throws dev.frist.contract.RegistryUnavailableException where its schema cannot be asked for; nothing has changed
     */
    public void read(
            byte[] key,
            byte @Nullable [] value,
            Headers headers,
            Position position,
            long writtenAt,
            ContractCodec codec) {
        if (position.offset() < next) {
            return;
        }
        String name = new String(key, StandardCharsets.UTF_8);
        Judged judged = judge(name, value, headers, position, writtenAt, codec);
        next = position.offset() + 1;
        if (judged.policy() != null) {
            if (book.find(judged.policy().ref()) == null) {
                accepted.add(new AcceptedPolicy(judged.policy(), position, writtenAt));
                book = book.with(judged.policy());
            }
        } else {
            rejected.add(new RejectedPolicy(
                    judged.reason(), name, value, position, writtenAt, judged.exception(), judged.detail()));
        }
    }

    private record Judged(
            @Nullable WindowPolicy policy,
            DeadLetterReason reason,
            @Nullable String exception,
            String detail) {

        static Judged rejected(String detail) {
            return new Judged(null, DeadLetterReason.POLICY_REJECTED, null, detail);
        }
    }

    private Judged judge(
            String key,
            byte @Nullable [] value,
            Headers headers,
            Position position,
            long writtenAt,
            ContractCodec codec) {
        if (value == null) {
            return Judged.rejected("a version cannot be deleted: a later version is allowed");
        }
        dev.frist.schema.WindowPolicy written;
        try {
            written = (dev.frist.schema.WindowPolicy)
                    codec.decode(position.topic(), headers, value, dev.frist.schema.WindowPolicy.getClassSchema());
        } catch (UndecodableException undecodable) {
            return new Judged(
                    null,
                    DeadLetterReason.UNDECODABLE,
                    undecodable.getClass().getName(),
                    String.valueOf(undecodable.getMessage()));
        }
        PolicyReader.Reading reading = PolicyReader.read(written);
        WindowPolicy policy = reading.policy();
        if (policy == null) {
            return Judged.rejected(String.valueOf(reading.objection()));
        }
        if (!key.equals(policy.ref().toString())) {
            return new Judged(
                    null,
                    DeadLetterReason.KEY_MISMATCH,
                    null,
                    "the key is '" + key + "': allowed is policyId@version, here " + policy.ref());
        }
        String objection = PolicyGuard.objection(policy, writtenAt, book, lead);
        return objection == null
                ? new Judged(policy, DeadLetterReason.POLICY_REJECTED, null, "")
                : Judged.rejected(objection);
    }
}
