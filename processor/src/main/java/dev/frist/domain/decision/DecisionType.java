package dev.frist.domain.decision;

/** What a decision does; each belongs to one topic. */
public enum DecisionType {
    OPENED,
    REDUCED,
    REVISED,
    WITHDRAWN,
    RESOLVED,
    REOPENED,
    RETURN_OPENED,
    NO_POLICY,
    DEADLINE_CHANGED,
    DEADLINE_APPROACHING,
    SHIPMENT_MISSING,
    REFUSAL_RECORDED,
    SETTLEMENT_PROPOSED,
    CREDIT_SHORT,
    OVER_CREDITED,
    CORRECTION_UNMATCHED,
    NOTICE_UNPROVEN
}
