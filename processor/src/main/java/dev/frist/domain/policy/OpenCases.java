package dev.frist.domain.policy;

/** Whether a version may lengthen cases that are open. */
public enum OpenCases {
    UNKNOWN,
    NEW_CASES_ONLY,
    EXTEND_OPEN_CASES
}
