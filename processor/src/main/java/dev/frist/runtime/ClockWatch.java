package dev.frist.runtime;

import dev.frist.topology.AgreedClock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process under which the clock of its machine was set back. Kafka's clients measure time with that clock, and so
 * stand still until it is where it was: no heartbeat, no commit, no punctuation. A process that starts anew does not.
 */
final class ClockWatch implements AutoCloseable {

    /** A standstill that no time limit of Kafka's notices. */
    static final Duration BORNE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final AgreedClock clock;
    private final Runnable giveUp;
    private @Nullable ScheduledFuture<?> looking;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "frist-clock-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** Watches nothing before {@link #start()}. */
    ClockWatch(AgreedClock clock, Runnable giveUp) {
        this.clock = clock;
        this.giveUp = giveUp;
    }

    void start() {
        looking = timer.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once. */
    void look() {
        Duration setBack = clock.setBack();
        if (setBack.compareTo(BORNE) > 0) {
            LOG.error(
                    "the clock of this machine was set back by {} s, and Kafka's clients would stand still for as long;"
                            + " giving up, to be started anew",
                    setBack.toSeconds());
            timer.shutdown();
            giveUp.run();
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        timer.shutdownNow();
    }
}
