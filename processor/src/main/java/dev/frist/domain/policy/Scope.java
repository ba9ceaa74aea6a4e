package dev.frist.domain.policy;

import dev.frist.domain.fact.ReturnKind;
import org.jspecify.annotations.Nullable;

/** Whom a policy is for; a field that is null is open. */
public record Scope(
        @Nullable String market,
        @Nullable String merchantId,
        @Nullable String channel,
        @Nullable ReturnKind kind) {}
