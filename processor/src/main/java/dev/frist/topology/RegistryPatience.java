package dev.frist.topology;

import dev.frist.contract.RegistryUnavailableException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the registry, however long it takes. The record at hand is neither refused nor passed over; meanwhile the
 * thread stands still, the offsets do not move, and so no deadline of its partitions is judged.
 *
 * <p>To wait here is the cheapest way to be late: giving up would end the thread or the task, which under exactly-once
 * throws its local state away, and the next owner of the partition would meet the same registry. If it takes longer than
 * {@code max.poll.interval.ms} the partition moves on, and what this thread has not committed is fenced.
 */
final class RegistryPatience {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int PAUSES_BETWEEN_WARNINGS = 15;

    private final Telemetry telemetry;
    private final BooleanSupplier stopping;

    RegistryPatience(Telemetry telemetry, BooleanSupplier stopping) {
        this.telemetry = telemetry;
        this.stopping = stopping;
    }

    /** Something that needs the registry. */
    interface Attempt<T, E extends Exception> {
        T make() throws E;
    }

    /**
     * Tries until the registry has answered.
     *
     * @throws RegistryUnavailableException where the process is about to end
     */
    <T, E extends Exception> T insist(Attempt<T, E> attempt) throws E {
        Duration pause = SHORTEST;
        for (int failed = 0; ; failed++) {
            try {
                return attempt.make();
            } catch (RegistryUnavailableException unavailable) {
                telemetry.registryUnavailable();
                if (stopping.getAsBoolean()) {
                    throw unavailable;
                }
                if (failed % PAUSES_BETWEEN_WARNINGS == 0) {
                    LOG.warn("{}; records wait for it", unavailable.getMessage());
                }
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
