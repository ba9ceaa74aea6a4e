package dev.frist.domain.decision;

/** Whether a person must look before anything is decided over a refusal or a finding. */
public enum Review {
    STANDARD,
    HUMAN_REQUIRED
}
