package dev.frist.experiments.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The short form of the storm of a million; {@link StormCommand} runs the long one, and measures. */
class StormIT {

    @Test
    void twentyThousandWindowsThatEndAtOnceAreAllFiredOnceAndHoldUpNoNewEvent() {
        int windows = 20_000;
        try (Rig rig = Rig.open(Path.of("target/measure/storm-it"), Map.of())) {
            Storm.Result storm = new Storm(rig, windows, 50, Duration.ofSeconds(20), line -> {}).run();

            assertThat(storm.disputed()).isEqualTo(windows);
            assertThat(storm.repeated()).isZero();
            assertThat(storm.sent()).isPositive();
            assertThat(storm.told()).isEqualTo(storm.sent());
            assertThat(storm.isAlive()).isTrue();
            assertThat(storm.worst()).containsEntry(Watched.DEAD_THREADS, 0.0).containsEntry(Watched.ABORT_TIME, 0.0);
        }
    }
}
