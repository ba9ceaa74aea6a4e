package dev.frist.ops.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * When each thread that must go round last gave a sign of life. A stream thread that works asks for records again and
 * again, whatever it does between: records, deadlines, commits. One that is stuck anywhere, in a record, in a deadline or
 * in a callback of the group, does not. A thread that waits for the registry does not ask either, and says so itself.
 *
 * <p>Where state is being restored the thread that does it must go round too; with nothing to restore it may sleep.
 */
public final class SignsOfLife {

    private static final String SECONDS_SINCE_POLL = "last-poll-seconds-ago";
    private static final String CONSUMER = "-consumer";
    private static final String RESTORE_CONSUMER = "-restore-consumer";

    private final LongSupplier nanos;
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();

    /** Kept by a clock that never goes back. */
    public SignsOfLife(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * How long a thread has been silent.
     *
     * @param thread its name
     */
    public record Silence(String thread, Duration time) {}

    /** The calling thread waits for something that may take long, and is alive. */
    public void waits() {
        waiting.put(Thread.currentThread().getName(), nanos.getAsLong());
    }

    /**
     * All threads that must go round.
     *
     * @param metrics of Kafka Streams
     * @param restores whether state is being restored
     */
    public List<Silence> all(Map<MetricName, ? extends Metric> metrics, boolean restores) {
        Map<String, Duration> silences = new HashMap<>();
        metrics.forEach((name, metric) -> {
            String client = name.tags().getOrDefault("client-id", "");
            if (name.name().equals(SECONDS_SINCE_POLL)
                    && isWatched(client, restores)
                    && metric.metricValue() instanceof Number seconds) {
                String thread = client.substring(0, client.length() - CONSUMER.length());
                // -1 before the first poll.
                silences.put(thread, Duration.ofSeconds(Math.max(0, seconds.longValue())));
            }
        });
        waiting.keySet().retainAll(silences.keySet());
        return silences.entrySet().stream()
                .map(silence -> new Silence(silence.getKey(), sinceAnySign(silence.getKey(), silence.getValue())))
                .toList();
    }

    private Duration sinceAnySign(String thread, Duration sincePoll) {
        Long waited = waiting.get(thread);
        if (waited == null) {
            return sincePoll;
        }
        Duration sinceWait = Duration.ofNanos(nanos.getAsLong() - waited);
        return sinceWait.compareTo(sincePoll) < 0 ? sinceWait : sincePoll;
    }

    private static boolean isWatched(String client, boolean restores) {
        if (client.endsWith(RESTORE_CONSUMER)) {
            return restores;
        }
        return client.contains("-StreamThread-") && client.endsWith(CONSUMER);
    }
}
