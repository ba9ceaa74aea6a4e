package dev.frist.policy;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Position;
import org.jspecify.annotations.Nullable;

/**
 * A record of the policy topic that changed nothing.
 *
 * @param key the record's key, which should be {@code policyId@version}
 * @param value the untouched bytes; null where the record had none
 * @param writtenAt the record's timestamp, epoch millis
 * @param exception the class of the exception where one was the cause
 * @param detail what is wrong and what is allowed
 */
public record RejectedPolicy(
        DeadLetterReason reason,
        String key,
        byte @Nullable [] value,
        Position position,
        long writtenAt,
        @Nullable String exception,
        String detail) {}
