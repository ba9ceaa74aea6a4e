package dev.frist.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.topology.AgreedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private final AtomicLong machine = new AtomicLong(1_000_000);
    private final AtomicInteger givenUp = new AtomicInteger();
    private final ClockWatch watch = new ClockWatch(
            new AgreedClock(() -> Instant.ofEpochMilli(machine.get()), () -> 0, Duration.ofSeconds(1)),
            givenUp::incrementAndGet);

    @Test
    void aClockThatIsSetForwardOrALittleBackIsBorne() {
        machine.addAndGet(3_600_000);
        watch.look();
        machine.addAndGet(-ClockWatch.BORNE.toMillis());
        watch.look();
        assertThat(givenUp).hasValue(0);
    }

    @Test
    void aClockThatIsSetBackFurtherEndsTheProcess() {
        machine.addAndGet(-ClockWatch.BORNE.toMillis() - 1);
        watch.look();
        assertThat(givenUp).hasValue(1);
    }

    @Test
    void setBackCountsFromWhereItWasFurthest() {
        machine.addAndGet(3_600_000);
        watch.look();
        machine.addAndGet(-3_600_000);
        watch.look();
        assertThat(givenUp).hasValue(1);
    }
}
