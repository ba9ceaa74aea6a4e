package dev.frist.experiments.measure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens in other processes. */
final class Waiting {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private Waiting() {}

    /** Waits until something holds. Throws where it does not within the limit. */
    static void until(String what, Duration limit, BooleanSupplier holds) {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("waited " + limit + " in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Waits for an instant, epoch millis. */
    static void untilInstant(long millis) {
        while (System.currentTimeMillis() < millis) {
            LockSupport.parkNanos(PAUSE);
        }
    }
}
