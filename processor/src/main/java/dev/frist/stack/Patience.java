package dev.frist.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a child process to become ready, by asking it again and again. */
final class Patience {

    private static final long PAUSE_MILLIS = 100;

    private Patience() {}

    /**
     * Asks until the answer is yes.
     *
     * @throws StackException if it is not within {@code limit}, or the thread is interrupted
     */
    static void await(String what, Duration limit, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new StackException(what + " was not ready within " + limit.toSeconds() + " s");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StackException("interrupted while waiting for " + what, interrupted);
            }
        }
    }
}
