package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.Event;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An instance that stands still in the middle of a wake-up for longer than its group waits for it. */
@ExtendWith(SharedStack.class)
class ZombieIT {

    private static final Map<String, String> IMPATIENT =
            Map.of("main.consumer.max.poll.interval.ms", "4000", "producer.transaction.timeout.ms", "60000");

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }

    /** The engine, but its first wake-up takes as long as the test wants. */
    private CaseEngine halting() {
        CaseEngine engine = Simulation.engine();
        return new CaseEngine() {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                return engine.receive(before, event, policies, now);
            }

            @Override
            public Outcome wake(OrderState before, PolicyBook policies, long now) {
                entered.countDown();
                try {
                    released.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                return engine.wake(before, policies, now);
            }
        };
    }

    @Test
    void whatItDecidesOnStateThatOthersHaveGoneBeyondIsNotPublished(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 10));
            try (LiveFrist first = new LiveFrist(stack, topics, "a").start()) {
                topics.event("O1", Samples.order());
                topics.event("O1", Samples.registered(2));
                soon().until(() -> topics.decisions(topics.names().notices()).size() == 1);
                assertThat(first.deadThreads).hasValue(0);
            }
            // It has processed no record since it started, and so would commit no offset.
            try (LiveFrist zombie = new LiveFrist(
                            stack, topics, "a", halting(), AgreedClock.system(Duration.ofSeconds(1)), IMPATIENT)
                    .start()) {
                soon().until(() -> entered.getCount() == 0);
                try (LiveFrist heir = new LiveFrist(stack, topics, "b").start()) {
                    topics.event("O1", Samples.credited(2));
                    soon().until(() ->
                            topics.decisions(topics.names().resolutions()).size() == 1);

                    released.countDown();

                    soon().until(zombie::isBack);
                    assertThat(topics.decisions(topics.names().disputes())).isEmpty();
                    assertThat(topics.decisions(topics.names().resolutions())).hasSize(1);
                    assertThat(heir.deadThreads).hasValue(0);
                }
            } finally {
                released.countDown();
            }
        }
    }
}
