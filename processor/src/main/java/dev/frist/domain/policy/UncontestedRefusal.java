package dev.frist.domain.policy;

/** What becomes of a refusal that was made in time and is not answered. */
public enum UncontestedRefusal {
    UNKNOWN,
    ESCALATES,
    STANDS
}
