package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TurnsTest {

    private static final long MILLI = 1_000_000;
    private static final TaskId FIRST = new TaskId(0, 0);
    private static final TaskId SECOND = new TaskId(0, 1);

    private final Turns turns = new Turns();

    /** Two tasks have fired for 50 ms each, until 100 ms. */
    @BeforeEach
    void fireOnce() {
        assertThat(turns.mayFire(FIRST, 0)).isTrue();
        turns.fired(0, 50 * MILLI);
        assertThat(turns.mayFire(SECOND, 50 * MILLI)).isTrue();
        turns.fired(50 * MILLI, 100 * MILLI);
    }

    @Test
    void recordsHaveAsMuchTimeAsAllTasksTook() {
        turns.taken();
        assertThat(turns.mayFire(FIRST, 199 * MILLI)).isFalse();
        turns.taken();
        assertThat(turns.mayFire(SECOND, 199 * MILLI)).isFalse();
        assertThat(turns.mayFire(FIRST, 200 * MILLI)).isTrue();
        turns.fired(200 * MILLI, 250 * MILLI);
        assertThat(turns.mayFire(SECOND, 250 * MILLI)).isTrue();
        turns.fired(250 * MILLI, 270 * MILLI);

        turns.taken();
        assertThat(turns.mayFire(FIRST, 339 * MILLI)).isFalse();
        assertThat(turns.mayFire(FIRST, 340 * MILLI)).isTrue();
    }

    @Test
    void whereNoRecordComesNobodyWaits() {
        assertThat(turns.mayFire(FIRST, 100 * MILLI)).isTrue();
        assertThat(turns.mayFire(SECOND, 100 * MILLI)).isTrue();
    }

    @Test
    void aRecordThatComesWithinARoundCountsForItsEnd() {
        assertThat(turns.mayFire(FIRST, 100 * MILLI)).isTrue();
        turns.fired(100 * MILLI, 150 * MILLI);
        turns.taken();
        assertThat(turns.mayFire(SECOND, 150 * MILLI)).isTrue();
        turns.fired(150 * MILLI, 200 * MILLI);

        assertThat(turns.mayFire(FIRST, 201 * MILLI)).isFalse();
    }

    @Test
    void aTaskThatIsNewToTheThreadNeedNotWait() {
        turns.taken();
        assertThat(turns.mayFire(new TaskId(0, 2), 110 * MILLI)).isTrue();
    }
}
