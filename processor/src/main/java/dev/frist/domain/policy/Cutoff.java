package dev.frist.domain.policy;

/** Which instant of its day a deadline is. */
public enum Cutoff {
    UNKNOWN,
    SAME_TIME,
    END_OF_DAY
}
