package dev.frist.domain.decision;

/** The topic a decision is published to. */
public enum OutputTopic {
    DISPUTES,
    RESOLUTIONS,
    NOTICES
}
