package dev.frist.domain.fact;

/** Who acts. {@code UNKNOWN} is what a symbol of a newer contract reads as; it is refused. */
public enum Party {
    UNKNOWN,
    CONSUMER,
    MERCHANT,
    OPERATOR
}
