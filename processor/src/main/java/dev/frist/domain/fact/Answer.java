package dev.frist.domain.fact;

/** How a consumer answers refusals. {@code UNKNOWN} is refused. */
public enum Answer {
    UNKNOWN,
    ACCEPTED,
    CONTESTED
}
