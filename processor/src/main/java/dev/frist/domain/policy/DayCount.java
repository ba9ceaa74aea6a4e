package dev.frist.domain.policy;

/** Which days a date-based window counts. */
public enum DayCount {
    UNKNOWN,
    CALENDAR,
    BANKING
}
