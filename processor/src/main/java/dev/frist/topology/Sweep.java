package dev.frist.topology;

/**
 * One look of a task for due windows.
 *
 * @param partition of the task
 * @param completeUpTo epoch millis, or {@link Completeness#UNKNOWN}
 * @param handled how many windows were handled
 * @param nanos how long it took
 * @param isExhausted whether its budget ended before the due windows did
 */
public record Sweep(int partition, long completeUpTo, int handled, long nanos, boolean isExhausted) {}
