package dev.frist.topology;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.policy.PolicyLedger;
import dev.frist.state.TaskFigures;

/** What the topology says of itself, for metrics. Called by stream threads, so each must be cheap and throw nothing. */
public interface Telemetry {

    /** Says nothing. */
    Telemetry NONE = new Telemetry() {};

    /** A record of an event topic was processed; {@code delay} is the time since its timestamp in millis. */
    default void received(String topic, long delay, boolean duplicate) {}

    /** A decision was published; {@code market} is that of its order. */
    default void decided(Decision decision, String market) {}

    /** A case did not become a dispute. */
    default void prevented(Prevented when) {}

    /** A record was refused. */
    default void deadLetter(DeadLetterReason reason) {}

    /** An order was woken; {@code lateness} is the time since it was due in millis. */
    default void woken(long lateness) {}

    /** Waking an order failed; it is put off. */
    default void wakeUpFailed() {}

    /** An order missing a record that could not be judged was due, and was put off. */
    default void wakeUpWithheld() {}

    /** A task looked for due windows. */
    default void swept(Sweep sweep) {}

    /** A task is worked on from now on, by this instance. */
    default void opened(TaskFigures figures) {}

    /** A task is no longer worked on. */
    default void closed(TaskFigures figures) {}

    /** The policies, read and yet to be read. */
    default void policies(PolicyLedger ledger) {}

    /** The registry did not answer; the task waits. */
    default void registryUnavailable() {}
}
