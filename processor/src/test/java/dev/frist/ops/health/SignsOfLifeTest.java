package dev.frist.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SignsOfLife signs = new SignsOfLife(nanos::get);
    private final Map<MetricName, Metric> metrics = new HashMap<>();

    private void polled(String client, double secondsAgo) {
        MetricName name = new MetricName("last-poll-seconds-ago", "consumer-metrics", "", Map.of("client-id", client));
        metrics.put(name, new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return secondsAgo;
            }
        });
    }

    private Map<String, Duration> silences(boolean restores) {
        Map<String, Duration> silences = new HashMap<>();
        signs.all(metrics, restores).forEach(silence -> silences.put(silence.thread(), silence.time()));
        return silences;
    }

    @Test
    void streamThreadsMustAskForRecordsAndThoseThatRestoreOnlyWhileSomethingIsRestored() {
        polled("frist-1-StreamThread-1-consumer", 3);
        polled("frist-1-StreamThread-2-consumer", -1);
        polled("frist-1-StateUpdater-1-restore-consumer", 500);
        polled("frist-1-global-consumer", 500);
        polled("other", 500);
        assertThat(silences(false))
                .containsOnly(
                        Map.entry("frist-1-StreamThread-1", Duration.ofSeconds(3)),
                        Map.entry("frist-1-StreamThread-2", Duration.ZERO));
        assertThat(silences(true)).containsEntry("frist-1-StateUpdater-1-restore", Duration.ofSeconds(500));
    }

    @Test
    void whoWaitsForTheRegistryIsAliveAsLongAsHeSaysSo() {
        String thread = Thread.currentThread().getName();
        Thread.currentThread().setName("frist-1-StreamThread-1");
        try {
            polled("frist-1-StreamThread-1-consumer", 400);
            signs.waits();
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(silences(false)).containsOnly(Map.entry("frist-1-StreamThread-1", Duration.ofSeconds(2)));
            nanos.addAndGet(Duration.ofMinutes(5).toNanos());
            assertThat(silences(false)).containsOnly(Map.entry("frist-1-StreamThread-1", Duration.ofSeconds(302)));
        } finally {
            Thread.currentThread().setName(thread);
        }
    }
}
