package dev.frist.ops.metrics;

import dev.frist.topology.Completeness;
import dev.frist.topology.InputCompleteness;
import java.time.InstantSource;

/** How far the input of the whole group is processed, as this instance is told by the brokers. */
final class InputMeters {

    private static final double MILLIS = 1000;

    private InputMeters() {}

    static void register(Meters meters, InputCompleteness completeness, InstantSource clock) {
        meters.gauge(FristMeter.HELD_PARTITIONS, () -> completeness.held().size());
        meters.gauge(FristMeter.HELD_TIME, () -> {
            long now = clock.millis();
            long since = completeness.held().values().stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(now);
            return Math.max(0, now - since) / MILLIS;
        });
        meters.gauge(FristMeter.ANSWER_AGE, () -> {
            long at = completeness.answeredAt();
            return at == Completeness.UNKNOWN ? Double.NaN : Math.max(0, clock.millis() - at) / MILLIS;
        });
    }
}
