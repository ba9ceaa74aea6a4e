package dev.frist.setup;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tries again until something works or the time is over. */
public final class Patient {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final long deadline;

    private Patient(long deadline) {
        this.deadline = deadline;
    }

    static Patient within(Duration limit) {
        return new Patient(System.nanoTime() + limit.toNanos());
    }

    /** How long there is left, at least a millisecond. */
    Duration left() {
        return Duration.ofNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), deadline - System.nanoTime()));
    }

    /** Whether there is any time left. */
    boolean isLeft() {
        return System.nanoTime() < deadline;
    }

    /**
     * Waits a moment before another try.
     *
     * @return whether there is time for one
     */
    boolean again() {
        if (System.nanoTime() + PAUSE.toNanos() >= deadline) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The reason that somebody can do something about: the innermost that says anything. */
    public static String reason(Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String said = Optional.ofNullable(at.getMessage())
                    .orElse("")
                    .replaceAll("\\s+", " ")
                    .trim();
            if (!said.isEmpty()) {
                reason = said;
            }
        }
        return reason;
    }
}
