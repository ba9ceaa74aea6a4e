package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.stack.LocalStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

class RegistryOutageIT {

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    @Test
    void aRegistryThatIsDownDelaysRecordsAndDeadlinesAndRefusesNothing() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "outage-")
                .toAbsolutePath();
        try (LocalStack stack = LocalStack.start(StackHome.find(), StackOptions.single(folder));
                LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 1));
            try (LiveFrist frist = new LiveFrist(stack, topics, "a").start()) {
                topics.event("O0", Samples.order());
                topics.event("O0", Samples.registered(1));
                soon().until(() -> !topics.decisions(topics.names().disputes()).isEmpty());
                assertThat(frist.deadThreads).hasValue(0);
            }

            stack.registry().kill();
            // A new process knows no schema yet; the upstream teams' do.
            try (LiveFrist frist = new LiveFrist(stack, topics, "a").startWithoutWaiting()) {
                topics.event("O1", Samples.order());
                topics.event("O1", Samples.registered(1));
                soon().until(() -> frist.unanswered.get() > 5);
                soon().until(() -> !frist.completeness().held().isEmpty());
                assertThat(topics.deadLetters()).isEmpty();

                stack.registry().start();
                stack.registry().await(Duration.ofSeconds(60));

                soon().until(() -> topics.decisions(topics.names().disputes()).size() == 2);
                assertThat(topics.deadLetters()).isEmpty();
                assertThat(frist.deadThreads).hasValue(0);
            }
        }
    }
}
