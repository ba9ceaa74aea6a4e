package dev.frist.ops.metrics;

import dev.frist.topology.InputCompleteness;

/** How far the input of the whole group is processed, as this instance is told by the brokers. */
final class InputMeters {

    private static final double MILLIS = 1000;

    private InputMeters() {}

    static void register(Meters meters, InputCompleteness completeness) {
        meters.gauge(FristMeter.INPUT_LAG, completeness::lag);
        meters.gauge(FristMeter.HELD_PARTITIONS, () -> completeness.held().size());
        meters.gauge(FristMeter.HELD_TIME, () -> {
            long now = completeness.clock().millis();
            long since = completeness.held().values().stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(now);
            return Math.max(0, now - since) / MILLIS;
        });
        meters.gauge(FristMeter.ANSWER_AGE, () -> completeness.silence().toMillis() / MILLIS);
        meters.gauge(
                FristMeter.CLOCK_DEVIATION,
                () -> completeness.clock().deviation().toMillis() / MILLIS);
    }
}
