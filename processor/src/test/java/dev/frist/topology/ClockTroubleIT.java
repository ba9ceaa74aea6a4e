package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.Decision;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clock of the instance that errs, beside brokers whose clock does not. */
@ExtendWith(SharedStack.class)
class ClockTroubleIT {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong errs = new AtomicLong();

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private AgreedClock clock() {
        return new AgreedClock(
                () -> Instant.ofEpochMilli(System.currentTimeMillis() + errs.get()),
                System::nanoTime,
                Duration.ofSeconds(1));
    }

    @Test
    void anHourAheadOrBackFiresNothingEarlyAndStopsNothing(LocalStack stack) throws Exception {
        AgreedClock clock = clock();
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 8));
            try (LiveFrist frist = new LiveFrist(stack, topics, "a", Simulation.engine(), clock, Map.of()).start()) {
                int round = 0;
                for (Duration error : List.of(HOUR, HOUR.negated(), Duration.ZERO)) {
                    String order = "O" + round++;
                    topics.event(order, Samples.order());
                    topics.event(order, Samples.registered(1));
                    int rounds = round;
                    soon().until(() ->
                            topics.decisions(topics.names().notices()).size() == rounds);
                    errs.set(error.toMillis());

                    soon().until(() ->
                            topics.decisions(topics.names().disputes()).size() == rounds);

                    long seen = System.currentTimeMillis();
                    Decision dispute = topics.decisions(topics.names().disputes()).stream()
                            .filter(decision -> decision.orderId().equals(order))
                            .findFirst()
                            .orElseThrow();
                    long fires = dispute.deadline().due();
                    assertThat(seen).isGreaterThanOrEqualTo(fires);
                    assertThat(dispute.decidedAt()).isBetween(fires, seen);
                    assertThat(clock.isInDoubt()).isEqualTo(!error.isZero());
                }
                assertThat(frist.deadThreads).hasValue(0);
            }
        }
    }

    @Test
    void anInstanceThatStartsWithAWrongClockWaitsForTheBrokersWord(LocalStack stack) throws Exception {
        errs.set(HOUR.toMillis());
        AgreedClock clock = clock();
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 2));
            try (LiveFrist frist = new LiveFrist(stack, topics, "a", Simulation.engine(), clock, Map.of()).start()) {
                soon().until(clock::isInDoubt);
                topics.event("O1", Samples.order());
                topics.event("O1", Samples.registered(1));
                soon().until(() -> topics.decisions(topics.names().disputes()).size() == 1);
                Decision dispute = topics.decisions(topics.names().disputes()).get(0);
                assertThat(dispute.decidedAt()).isBetween(dispute.deadline().due(), System.currentTimeMillis());
                assertThat(frist.deadThreads).hasValue(0);
            }
        }
    }
}
