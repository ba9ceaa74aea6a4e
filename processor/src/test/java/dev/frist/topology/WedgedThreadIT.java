package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frist.domain.fact.Event;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.ops.health.Health;
import dev.frist.ops.health.RestoreProgress;
import dev.frist.ops.health.SignsOfLife;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stream thread that is stuck is found, wherever it is; and one that waits for good reasons is not. */
@ExtendWith(SharedStack.class)
final class WedgedThreadIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration STUCK_AFTER = Duration.ofSeconds(4);

    private final CountDownLatch release = new CountDownLatch(1);

    /** Judges as the domain does, and then stands still: within a record, or within a wake-up. */
    private final class Wedging implements CaseEngine {

        private final CaseEngine real = Simulation.engine();
        private final boolean inRecords;
        private final CountDownLatch wedged = new CountDownLatch(1);

        Wedging(boolean inRecords) {
            this.inRecords = inRecords;
        }

        @Override
        public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
            return inRecords ? stuck(before) : real.receive(before, event, policies, now);
        }

        @Override
        public Outcome wake(OrderState before, PolicyBook policies, long now) {
            return inRecords ? real.wake(before, policies, now) : stuck(before);
        }

        private Outcome stuck(OrderState before) {
            wedged.countDown();
            try {
                release.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return real.wake(before, PolicyBook.EMPTY, System.currentTimeMillis());
        }
    }

    private static Health health(LiveFrist frist, SignsOfLife signs) {
        return new Health(frist.streams(), signs, new RestoreProgress(), frist.completeness(), STUCK_AFTER);
    }

    @Test
    void aThreadThatIsStuckInAWakeUpIsFound(LocalStack stack) throws Exception {
        assertFound(stack, false);
    }

    @Test
    void aThreadThatIsStuckInARecordIsFound(LocalStack stack) throws Exception {
        assertFound(stack, true);
    }

    private void assertFound(LocalStack stack, boolean inRecords) throws Exception {
        Wedging engine = new Wedging(inRecords);
        SignsOfLife signs = new SignsOfLife(System::nanoTime);
        try (LiveTopics topics = new LiveTopics(stack);
                LiveFrist frist = new LiveFrist(stack, topics, "wedged", engine)) {
            topics.policy(LivePolicies.seconds(1, 1));
            frist.start();
            Health health = health(frist, signs);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(health.live().isUp()).isTrue());
            topics.event("O1", Samples.order());
            topics.event("O1", Samples.registered(1));
            assertThat(engine.wedged.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(health.live().isUp()).isFalse();
                assertThat(health.live().detail()).contains("StreamThread-1 has been stuck for");
            });
            if (inRecords) {
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(health.ready().detail())
                                .startsWith("state RUNNING, deadlines wait for the input of 1 partitions"));
            }
            release.countDown();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(health.live().isUp()).isTrue());
        } finally {
            release.countDown();
        }
    }
}
