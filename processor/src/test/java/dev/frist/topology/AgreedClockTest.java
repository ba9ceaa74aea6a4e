package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgreedClockTest {

    private static final long START = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** What time it is in truth. */
    private long truth = START;

    private long machineErrs;
    private final AgreedClock clock = clock();

    private AgreedClock clock() {
        return new AgreedClock(
                () -> Instant.ofEpochMilli(truth + machineErrs),
                () -> TimeUnit.MILLISECONDS.toNanos(truth - START),
                Duration.ofSeconds(1));
    }

    private void brokersSay(long error) {
        clock.brokersSaid(truth + error);
    }

    private void pass(long millis) {
        truth += millis;
    }

    @Test
    void withoutTroubleItIsTheClockOfThisMachine() {
        machineErrs = 300;
        brokersSay(-200);
        pass(5_000);
        assertThat(clock.millis()).isEqualTo(truth + 300);
        assertThat(clock.isInDoubt()).isFalse();
        assertThat(clock.setBack()).isZero();
    }

    @Test
    void anHourAheadIsNotBelieved() {
        brokersSay(0);
        machineErrs = HOUR;
        for (int second = 0; second < 100; second++) {
            pass(1_000);
            assertThat(clock.millis()).isEqualTo(truth);
            brokersSay(-3);
            assertThat(clock.millis()).isEqualTo(truth);
        }
        assertThat(clock.isInDoubt()).isTrue();
        assertThat(clock.deviation()).isEqualTo(Duration.ofHours(1));
        machineErrs = 0;
        assertThat(clock.millis()).isEqualTo(truth);
        assertThat(clock.isInDoubt()).isFalse();
        assertThat(clock.setBack()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anHourBackStopsNothing() {
        brokersSay(0);
        machineErrs = -HOUR;
        pass(1_000);
        assertThat(clock.millis()).isEqualTo(truth);
        assertThat(clock.deviation()).isEqualTo(Duration.ofHours(-1));
        assertThat(clock.setBack()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void brokersThatErrAreOutvoted() {
        brokersSay(0);
        brokersSay(HOUR);
        pass(1_000);
        assertThat(clock.millis()).isEqualTo(truth);
        brokersSay(-HOUR);
        assertThat(clock.millis()).isEqualTo(truth);
        assertThat(clock.isInDoubt()).isFalse();
    }

    @Test
    void aMachineThatErrsFromTheStartFiresNothingEarly() {
        machineErrs = HOUR;
        AgreedClock started = clock();
        started.brokersSaid(truth);
        pass(10_000);
        assertThat(started.millis()).isEqualTo(truth);
        assertThat(started.isInDoubt()).isTrue();
        started.brokersSaid(truth);
        assertThat(started.millis()).isEqualTo(truth);

        machineErrs = 0;
        started.brokersSaid(truth);
        machineErrs = -HOUR;
        assertThat(started.millis()).isEqualTo(truth);
    }

    @Test
    void ofTwoThatDisagreeFromTheStartTheEarlierCountsAndItIsSaid() {
        AgreedClock started = clock();
        started.brokersSaid(truth + HOUR);
        assertThat(started.millis()).isEqualTo(truth);
        assertThat(started.isInDoubt()).isTrue();
        assertThat(started.deviation()).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void whereTheBrokersDoNotTellTheirTimeNothingIsEarly() {
        machineErrs = HOUR;
        pass(1_000);
        assertThat(clock.millis()).isEqualTo(truth);
        machineErrs = -HOUR;
        assertThat(clock.millis()).isEqualTo(truth - HOUR);
        machineErrs = 0;
        assertThat(clock.millis()).isEqualTo(truth);
    }

    @Test
    void aMachineThatSleptIsBelievedOnceTheBrokersConfirmIt() {
        brokersSay(0);
        machineErrs = HOUR;
        assertThat(clock.millis()).isEqualTo(truth);
        clock.brokersSaid(truth + HOUR);
        assertThat(clock.millis()).isEqualTo(truth + HOUR);
        assertThat(clock.isInDoubt()).isFalse();
    }

    @Test
    void whileAtMostOneErrsItIsNeverFurtherOffThanTheToleranceAndTheDelay() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            truth = START;
            machineErrs = 0;
            AgreedClock tried = clock();
            tried.brokersSaid(truth);
            for (int step = 0; step < 300; step++) {
                pass(random.nextInt(2_000));
                boolean machineMayErr = random.nextBoolean();
                machineErrs = machineMayErr ? random.nextLong(2 * HOUR) - HOUR : random.nextInt(400) - 200;
                long brokersErr = machineMayErr ? random.nextInt(400) - 200 : random.nextLong(2 * HOUR) - HOUR;
                tried.brokersSaid(truth + brokersErr);
                assertThat(tried.millis() - truth)
                        .as("seed %s, step %s", seed, step)
                        .isBetween(-1_200L, 1_200L);
            }
        }
    }
}
