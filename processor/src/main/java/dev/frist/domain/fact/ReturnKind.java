package dev.frist.domain.fact;

/** Why goods go back, or did not come. {@code UNKNOWN} is refused. */
public enum ReturnKind {
    UNKNOWN,
    WITHDRAWAL,
    FAULTY,
    WRONG_ITEM,
    NOT_RECEIVED
}
