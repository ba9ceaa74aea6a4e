package dev.frist.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HealthTest {

    private static final long NOW = 1_000_000;

    private static String waiting(Duration silence, Map<Integer, Long> held) {
        SortedMap<Integer, Long> sorted = new TreeMap<>(held);
        return Health.waiting(silence, sorted, NOW);
    }

    @Test
    void aMomentIsNotWorthAWord() {
        assertThat(waiting(Duration.ofSeconds(1), Map.of())).isEmpty();
        assertThat(waiting(Duration.ofSeconds(5), Map.of(3, NOW - 5_000))).isEmpty();
    }

    @Test
    void saysForHowManyPartitionsAndForHowLong() {
        assertThat(waiting(Duration.ofSeconds(1), Map.of(0, NOW - 200, 3, NOW - 42_000, 7, NOW - 6_000)))
                .isEqualTo("deadlines wait for the input of 2 partitions, the first of them for 42 s");
    }

    @Test
    void brokersThatDoNotAnswerComeFirst() {
        assertThat(waiting(Duration.ofSeconds(34), Map.of(3, NOW - 42_000)))
                .isEqualTo("deadlines wait: the brokers have not said for 34 s how far the input is processed");
    }
}
