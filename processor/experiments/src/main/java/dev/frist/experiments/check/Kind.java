package dev.frist.experiments.check;

/** What can be wrong with a run, by the promise that is broken. */
public enum Kind {
    /** A decision that the core comes to was never published. */
    DECISION_LOST,
    /** A decision was published twice, or once more without cause. */
    DECISION_DOUBLED,
    /** Decisions of a return are not numbered 1, 2, 3, … without gaps, or do not lie in that order. */
    OUT_OF_SEQUENCE,
    /** A decision says something else than the core does for the same facts. */
    DECISION_WRONG,
    /** A decision that the core never comes to. */
    DECISION_UNFOUNDED,
    /** A decision cites as evidence what is no fact. */
    EVIDENCE_FORGED,
    /** N2: a dispute before deadline and grace. */
    DISPUTE_EARLY,
    /** N3: a dispute over units although what prevents it lay in the topics. */
    DISPUTE_PREVENTED,
    /** N3: a dispute opened or grew before all that lay in the topics was read. */
    DISPUTE_ON_INCOMPLETE_INPUT,
    /** N4: a dispute of which the merchant was not told in time. */
    DISPUTE_UNTOLD,
    /** N8: an input record that is no fact, no duplicate, not parked, and no dead letter. */
    INPUT_UNACCOUNTED,
    /** A record that the rules do not refuse, or not for that reason, is a dead letter. */
    DEAD_LETTER_UNDESERVED,
    /** A record is a dead letter more often than the rules say. */
    DEAD_LETTER_DOUBLED,
    /** A dead letter without its place, its reason or its bytes. */
    DEAD_LETTER_DAMAGED,
    /** A state of an order does not follow from the one before. */
    STATE_WRONG,
    /** The verdict would be another if the same facts had arrived in another order. */
    ORDER_DEPENDENT,
    /** An order's window is not where it should be, or was due and not judged. */
    WINDOW_WRONG,
    /** What a producer was told lies in a topic does not: the brokers have lost it. */
    INPUT_LOST_BY_BROKERS,
    /** The recording itself lacks what is needed to judge it. */
    RECORDING_INCOMPLETE
}
