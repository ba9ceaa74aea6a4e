package dev.frist.domain.fact;

/** Why a credit note was issued. {@code UNKNOWN} is refused. */
public enum CorrectionReason {
    UNKNOWN,
    RETURN,
    GOODWILL,
    PRICE_ADJUSTMENT
}
