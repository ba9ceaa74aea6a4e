package dev.frist.domain.policy;

import dev.frist.domain.fact.ReturnKind;
import org.jspecify.annotations.Nullable;

/** Whom a policy is for; a field that is null is open. */
public record Scope(
        @Nullable String market,
        @Nullable String merchantId,
        @Nullable String channel,
        @Nullable ReturnKind kind) {

    /** Whether every field that is set has the subject's value. */
    public boolean matches(Subject subject) {
        return agree(market, subject.market())
                && agree(merchantId, subject.merchantId())
                && agree(channel, subject.channel())
                && agree(kind, subject.kind());
    }

    /**
     * How narrow the scope is: merchantId 8, channel 4, kind 2, market 1, summed over the fields that are set. Two scopes
     * of the same specificity set the same fields.
     */
    public int specificity() {
        return (merchantId == null ? 0 : 8)
                + (channel == null ? 0 : 4)
                + (kind == null ? 0 : 2)
                + (market == null ? 0 : 1);
    }

    /** Whether some subject matches both: no field is set to one value here and to another there. */
    boolean meets(Scope other) {
        return agree(market, other.market)
                && agree(merchantId, other.merchantId)
                && agree(channel, other.channel)
                && agree(kind, other.kind);
    }

    private static boolean agree(@Nullable Object mine, @Nullable Object theirs) {
        return mine == null || theirs == null || mine.equals(theirs);
    }
}
