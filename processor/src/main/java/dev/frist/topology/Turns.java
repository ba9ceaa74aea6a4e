package dev.frist.topology;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Lets records and deadlines take turns on a stream thread. Each of its tasks may fire what is due once in a round; then
 * records have as much time as that took, if any come.
 *
 * <p>Kafka Streams (4.3.1) punctuates all tasks whose time has come after every single record, for as long as that is so, and
 * asks for new records only when those at hand are worked off. In a storm of deadlines one record would be taken in for
 * each round, and new events would wait longer the more tasks a thread has.
 */
final class Turns {

    private static final ThreadLocal<Turns> OF_THREAD = ThreadLocal.withInitial(Turns::new);

    private final Set<TaskId> fired = new HashSet<>();
    private long firing;
    private long firedUntil;
    private boolean recordsCome;

    Turns() {}

    /** Those of the calling stream thread. */
    static Turns ofThread() {
        return OF_THREAD.get();
    }

    /** Whether a task may fire what is due now, {@code nanos} by {@link System#nanoTime()}. */
    boolean mayFire(TaskId task, long nanos) {
        if (fired.contains(task)) {
            if (recordsCome && nanos - firedUntil < firing) {
                return false;
            }
            fired.clear();
            firing = 0;
            recordsCome = false;
        }
        fired.add(task);
        return true;
    }

    /** A task has fired what was due, or what its budget allowed; by {@link System#nanoTime()}. */
    void fired(long from, long until) {
        firing += until - from;
        firedUntil = until;
    }

    /** A record was taken in. */
    void taken() {
        recordsCome = true;
    }
}
