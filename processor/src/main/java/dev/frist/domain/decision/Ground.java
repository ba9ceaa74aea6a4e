package dev.frist.domain.decision;

/** Why: of a dispute and its lines, of a withdrawal, of a resolution, of a reopening. */
public enum Ground {
    MERCHANT_REFUSED,
    GOODS_CONTESTED,
    CREDIT_SHORT,
    MERCHANT_SILENT,
    OPENED_IN_ERROR,
    SETTLED,
    CANCELLED,
    RESOLVED_LATE,
    CREDITED,
    REFUSAL_ACCEPTED,
    REFUSAL_STANDS,
    NOT_SENT,
    OUTSIDE_WINDOW,
    CLAIM_EXCEEDS_ORDER,
    CORRECTION_REVERSED,
    FACTS_REVISED,
    ERASED
}
