package dev.frist.topology;

import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that deadlines wait, for what and for how long; again every half minute while they do, and once when
 * they go on. For one thread.
 */
final class HoldUpLog {

    private static final Logger LOG = LoggerFactory.getLogger(HoldUpLog.class);
    private static final Duration WORTH_SAYING = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private final Line brokers = new Line();
    private final Line input = new Line();
    private final Line clock = new Line();

    HoldUpLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One thing that may hold deadlines up. */
    private final class Line {

        private boolean isOpen;
        private long saidAt;

        void warn(String message, Object... arguments) {
            long now = nanos.getAsLong();
            if (!isOpen || now - saidAt >= WORTH_SAYING.toNanos()) {
                isOpen = true;
                saidAt = now;
                LOG.warn(message, arguments);
            }
        }

        void over(String message) {
            if (isOpen) {
                isOpen = false;
                LOG.info(message);
            }
        }
    }

    /** The brokers did not answer, and have not for that long. */
    void unanswered(Duration silence, Throwable failure) {
        brokers.warn(
                "The brokers cannot be asked how far the input is processed, so deadlines wait, for {} now: {}",
                shown(silence),
                failure.toString());
    }

    /** The brokers answered. */
    void answered() {
        brokers.over("The brokers answer again; deadlines go on");
    }

    /** The partitions that wait for their input, and since when, by a clock that shows {@code now}. */
    void held(SortedMap<Integer, Long> since, long now) {
        long longest =
                now - since.values().stream().mapToLong(Long::longValue).min().orElse(now);
        if (longest >= WORTH_SAYING.toMillis()) {
            input.warn(
                    "The deadlines of partitions {} wait for input that lies there unprocessed, the longest for {}",
                    since.keySet(),
                    shown(Duration.ofMillis(longest)));
        } else if (since.isEmpty()) {
            input.over("All input is processed; no deadline waits for it");
        }
    }

    /** Whether the clock of this machine is believed. */
    void believed(AgreedClock checked) {
        if (checked.isInDoubt()) {
            clock.warn(
                    "The clock of this machine is {} {} what the brokers' clock and the time gone by say; deadlines do not"
                            + " follow it",
                    shown(checked.deviation().abs()),
                    checked.deviation().isNegative() ? "behind" : "ahead of");
        } else {
            clock.over("The clock of this machine is believed again");
        }
    }

    private static String shown(Duration duration) {
        return TimeUnit.MILLISECONDS.toSeconds(duration.toMillis()) + " s";
    }
}
