package dev.frist.domain.policy;

/** What happens to a date that is no banking day. */
public enum Roll {
    UNKNOWN,
    NONE,
    NEXT_BANKING_DAY
}
