package dev.frist.ops;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether the process should be left alone, and whether it works.
 *
 * <p>It is <b>live</b> while it has not given up and its stream threads go round: also while it rebalances or restores,
 * which may take long, but not when a thread has been stuck for longer than the group would wait for it. It is
 * <b>ready</b> while it runs; policies are read to their end, and the state is restored, before that.
 */
public final class Health {

    private static final String SECONDS_SINCE_POLL = "last-poll-seconds-ago";

    private final KafkaStreams streams;
    private final Duration stuckAfter;

    /**
     * Judges an instance of Kafka Streams.
     *
     * @param stuckAfter how long a thread may take before it asks for records again
     */
    public Health(KafkaStreams streams, Duration stuckAfter) {
        this.streams = streams;
        this.stuckAfter = stuckAfter;
    }

    /**
     * An answer.
     *
     * @param isUp what was asked
     * @param detail why, in one line
     */
    public record Answer(boolean isUp, String detail) {}

    /** Whether it should be left alone. */
    public Answer live() {
        KafkaStreams.State state = streams.state();
        if (state.hasCompletedShutdown() || state == KafkaStreams.State.PENDING_ERROR) {
            return new Answer(false, "state " + state);
        }
        double longest = secondsSincePoll().orElse(0);
        if (longest > stuckAfter.toSeconds()) {
            return new Answer(false, "a stream thread has been stuck for " + Math.round(longest) + " s");
        }
        return new Answer(true, "state " + state);
    }

    /** Whether it works. */
    public Answer ready() {
        KafkaStreams.State state = streams.state();
        return new Answer(state == KafkaStreams.State.RUNNING, "state " + state);
    }

    /** The stream thread that has not asked for records for longest. */
    private OptionalDouble secondsSincePoll() {
        return streams.metrics().entrySet().stream()
                .filter(entry -> isOfStreamThread(entry.getKey()))
                .map(Map.Entry::getValue)
                .map(Metric::metricValue)
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .max();
    }

    private static boolean isOfStreamThread(MetricName metric) {
        String client = metric.tags().getOrDefault("client-id", "");
        return metric.name().equals(SECONDS_SINCE_POLL)
                && client.contains("-StreamThread-")
                && client.endsWith("-consumer")
                && !client.endsWith("-restore-consumer");
    }
}
