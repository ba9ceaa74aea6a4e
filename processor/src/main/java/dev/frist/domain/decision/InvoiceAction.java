package dev.frist.domain.decision;

/** What the invoice side should do now. */
public enum InvoiceAction {
    HOLD_PART,
    CLOSE,
    RESUME
}
