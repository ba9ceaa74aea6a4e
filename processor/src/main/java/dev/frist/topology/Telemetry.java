package dev.frist.topology;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;

/** What the topology says of itself, for metrics. Called by stream threads, so each must be cheap and throw nothing. */
public interface Telemetry {

    /** Says nothing. */
    Telemetry NONE = new Telemetry() {};

    /** A record of an event topic was processed; {@code delay} is the time since its timestamp in millis. */
    default void received(String topic, long delay, boolean duplicate) {}

    /** A decision was published. */
    default void decided(Decision decision) {}

    /** A record was refused. */
    default void deadLetter(DeadLetterReason reason) {}

    /** An order was woken; {@code lateness} is the time since it was due in millis. */
    default void woken(long lateness) {}

    /** Waking an order failed; it is put off. */
    default void wakeUpFailed() {}

    /** An order missing a record that could not be judged was due, and was put off. */
    default void wakeUpWithheld() {}

    /**
     * A sweep ended.
     *
     * @param partition of the task
     * @param completeUpTo epoch millis, or {@link Completeness#UNKNOWN}
     * @param exhausted whether its budget ended before the due windows did
     */
    default void swept(int partition, long completeUpTo, boolean exhausted) {}

    /** The registry did not answer; the task waits. */
    default void registryUnavailable() {}
}
