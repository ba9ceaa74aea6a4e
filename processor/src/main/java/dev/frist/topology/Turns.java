package dev.frist.topology;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Lets records and deadlines take turns on a stream thread. Each of its tasks may fire what is due once in a round; then
 * records have as much time as that took, unless they do not need it.
 *
 * <p>Kafka Streams gives one record of each task its turn between two punctuations, for as long as these do anything, and
 * asks for new records only when those at hand are worked off. In a storm of deadlines new events would wait longer the more
 * tasks a thread has, in the end beyond {@code max.poll.interval.ms}.
 */
final class Turns {

    /** Records come singly: so long is looked whether they fill the time. */
    private static final long LOOK_NANOS = 20_000_000;

    private static final ThreadLocal<Turns> OF_THREAD = ThreadLocal.withInitial(Turns::new);

    private final Set<TaskId> fired = new HashSet<>();
    private long firing;
    private long firedUntil;
    private long taken;

    Turns() {}

    /** Those of the calling stream thread. */
    static Turns ofThread() {
        return OF_THREAD.get();
    }

    /** Whether a task may fire what is due now, {@code nanos} by {@link System#nanoTime()}. */
    boolean mayFire(TaskId task, long nanos) {
        if (fired.contains(task)) {
            if (!haveRecordsHadTheirs(nanos - firedUntil)) {
                return false;
            }
            fired.clear();
            firing = 0;
        }
        fired.add(task);
        return true;
    }

    private boolean haveRecordsHadTheirs(long rest) {
        boolean leaveTime = rest >= LOOK_NANOS && taken < rest / 2;
        return taken == 0 || rest >= firing || leaveTime;
    }

    /** A task has fired what was due, or what its budget allowed. */
    void fired(long from, long until) {
        firing += until - from;
        firedUntil = until;
        taken = 0;
    }

    /** A record was taken in. */
    void taken(long from, long until) {
        taken += Math.max(1, until - from);
    }
}
