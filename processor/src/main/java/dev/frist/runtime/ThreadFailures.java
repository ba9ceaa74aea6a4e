package dev.frist.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a stream thread that died: it is replaced, each time after a longer pause, so that a passing
 * fault heals by itself. What no thread can heal, or too many deaths, end the process; whoever supervises it starts it
 * again.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    /** The time within which failures are counted. */
    static final Duration PERIOD = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final List<Class<? extends Throwable>> HOPELESS = List.of(
            VirtualMachineError.class,
            LinkageError.class,
            AuthenticationException.class,
            AuthorizationException.class,
            UnsupportedVersionException.class,
            MissingSourceTopicException.class,
            TopologyException.class);

    private final int most;
    private final LongSupplier nanos;
    private final Duration firstPause;
    private final Deque<Long> failures = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Counts by a clock.
     *
     * @param most how many failures within {@link #PERIOD} are borne
     * @param firstPause the pause after the first of them; each further one is twice as long
     * @param nanos a clock that never goes back
     */
    ThreadFailures(int most, Duration firstPause, LongSupplier nanos) {
        this.most = most;
        this.firstPause = firstPause;
        this.nanos = nanos;
    }

    /** Lets nobody wait any longer: the process is about to end. */
    void close() {
        closing.countDown();
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (isHopeless(failure) || LocalState.isUnreadable(failure)) {
            LOG.error("a stream thread died of what no other can heal; giving up", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        int recent = count();
        if (recent > most) {
            LOG.error("stream threads died {} times within {}; giving up", recent, PERIOD, failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Duration pause = pause(recent);
        LOG.error("a stream thread died; another takes its place in {}", pause, failure);
        return waits(pause)
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized int count() {
        long now = nanos.getAsLong();
        failures.addLast(now);
        while (now - failures.getFirst() > PERIOD.toNanos()) {
            failures.removeFirst();
        }
        return failures.size();
    }

    private Duration pause(int recent) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(recent - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private boolean waits(Duration pause) {
        try {
            return !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isHopeless(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            Throwable cause = at;
            if (HOPELESS.stream().anyMatch(type -> type.isInstance(cause))) {
                return true;
            }
        }
        return false;
    }
}
