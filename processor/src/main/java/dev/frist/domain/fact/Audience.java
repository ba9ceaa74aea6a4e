package dev.frist.domain.fact;

/** Whom a notice is for. {@code UNKNOWN} is refused in a receipt. */
public enum Audience {
    UNKNOWN,
    MERCHANT,
    CONSUMER,
    CHANNEL
}
