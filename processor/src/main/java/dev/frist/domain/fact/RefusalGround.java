package dev.frist.domain.fact;

/** Why a merchant refuses. {@code UNKNOWN} is refused. */
public enum RefusalGround {
    UNKNOWN,
    USED,
    DAMAGED_BY_CONSUMER,
    NOT_FAULTY,
    WRONG_ITEM,
    NOT_RECEIVED,
    OUTSIDE_WINDOW,
    OTHER
}
