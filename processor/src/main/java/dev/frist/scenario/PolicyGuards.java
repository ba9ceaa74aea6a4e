package dev.frist.scenario;

/** The guard that a scenario's policies pass. */
final class PolicyGuards {

    private PolicyGuards() {}

    static PolicyTimeline.Guard standard() {
        return (candidate, writtenAt, book) -> null;
    }
}
