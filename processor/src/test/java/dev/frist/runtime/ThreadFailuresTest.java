package dev.frist.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

final class ThreadFailuresTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final ThreadFailures failures = new ThreadFailures(2, Duration.ZERO, nanos::get);

    @Test
    void aThreadIsReplacedUntilTooManyDied() {
        assertThat(failures.handle(new StreamsException("x"))).isEqualTo(REPLACE_THREAD);
        assertThat(failures.handle(new IllegalStateException("x"))).isEqualTo(REPLACE_THREAD);
        assertThat(failures.handle(new StreamsException("x"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void failuresLongAgoDoNotCount() {
        for (int i = 0; i < 10; i++) {
            assertThat(failures.handle(new StreamsException("x"))).isEqualTo(REPLACE_THREAD);
            nanos.addAndGet(ThreadFailures.PERIOD.toNanos());
        }
    }

    @Test
    void whatNoThreadCanHealEndsTheProcessAtOnce() {
        assertThat(failures.handle(new StreamsException("x", new TopicAuthorizationException("orders"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failures.handle(new OutOfMemoryError())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void nobodyWaitsWhileTheProcessEnds() {
        ThreadFailures patient = new ThreadFailures(5, Duration.ofHours(1), nanos::get);
        patient.close();
        assertThat(patient.handle(new StreamsException("x"))).isEqualTo(SHUTDOWN_CLIENT);
    }
}
