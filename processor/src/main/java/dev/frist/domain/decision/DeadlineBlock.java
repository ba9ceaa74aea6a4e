package dev.frist.domain.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadline that a decision was made under. All times are epoch millis.
 *
 * @param anchor what the handling window counts from, once known
 * @param due the deadline, once known
 * @param extensions the instants to which extensions that count have moved it
 * @param policyId the policy the case is pinned to, if any
 * @param version the version pinned
 * @param told when the merchant was first told of a due date
 */
public record DeadlineBlock(
        @Nullable Long anchor,
        @Nullable Long due,
        List<Long> extensions,
        @Nullable String policyId,
        @Nullable Integer version,
        @Nullable Long told) {}
