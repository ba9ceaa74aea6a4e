package dev.frist.domain.policy;

/** What the handling window counts from. */
public enum Anchor {
    UNKNOWN,
    REGISTERED,
    SHIPPED
}
