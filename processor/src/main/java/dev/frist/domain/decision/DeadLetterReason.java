package dev.frist.domain.decision;

/** Why a record is not a fact, in the order in which the reasons are tried. */
public enum DeadLetterReason {
    UNDECODABLE,
    BAD_ID,
    KEY_MISMATCH,
    UNKNOWN_ENUM,
    NEGATIVE_MONEY,
    BAD_QUANTITY,
    OCCURRED_IN_FUTURE,
    NOT_ENTITLED,
    EVENT_ID_REUSED,
    ID_REUSED,
    TOO_MANY_FACTS,
    WRONG_CURRENCY,
    UNKNOWN_LINE,
    ORPHANED,
    CLAIM_EXCEEDS_ORDER,
    POLICY_REJECTED,
    /** None of the domain's reasons: judging the record failed. Its order is not woken until it came again. */
    UNPROCESSABLE
}
