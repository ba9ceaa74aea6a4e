package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frist.ops.metrics.Scrape;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is open is counted once, whichever instance has it, and after its state was restored from nothing. */
@ExtendWith(SharedStack.class)
final class FiguresIT {

    private static final int ORDERS = 12;
    private static final int PARKED = 5;

    @Test
    void figuresGoWithTheirTaskAndAreExactAfterARestore(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 3600));
            try (LiveApp first = LiveApp.start(stack, topics, "first")) {
                for (int i = 0; i < ORDERS; i++) {
                    topics.event("O" + i, Samples.order());
                    topics.event("O" + i, Samples.registered(1));
                }
                for (int i = 0; i < PARKED; i++) {
                    topics.event("P" + i, Samples.registered(1));
                }
                assertFigures(List.of(first));
                try (LiveApp second = LiveApp.start(stack, topics, "second")) {
                    await().atMost(LiveApp.LIMIT)
                            .untilAsserted(() -> assertThat(second.scrape().sum("frist_tasks"))
                                    .isPositive());
                    assertFigures(List.of(first, second));
                }
                assertFigures(List.of(first));
            }
            for (String name : List.of("first", "second")) {
                Path state = LiveApp.stateDir(topics, name);
                Utils.delete(state.toFile());
                assertThat(state).doesNotExist();
            }
            try (LiveApp restored = LiveApp.start(stack, topics, "third")) {
                assertFigures(List.of(restored));
                topics.event("P0", Samples.order());
                await().atMost(LiveApp.LIMIT)
                        .untilAsserted(() -> assertThat(restored.scrape().sum("frist_parked_events"))
                                .isEqualTo(PARKED - 1));
            }
        }
    }

    private static void assertFigures(List<LiveApp> instances) {
        await().atMost(LiveApp.LIMIT).untilAsserted(() -> {
            double tasks = 0;
            double open = 0;
            double parked = 0;
            for (LiveApp instance : instances) {
                Scrape scrape = instance.scrape();
                assertThat(scrape.samples("frist_input_complete_age_seconds"))
                        .as("a series for each task, and none for those that went")
                        .hasSize((int) scrape.sum("frist_tasks"));
                tasks += scrape.sum("frist_tasks");
                open += scrape.sum("frist_cases", "state", "open");
                parked += scrape.sum("frist_parked_events");
            }
            assertThat(tasks).isEqualTo(LiveTopics.PARTITIONS);
            assertThat(open).isEqualTo(ORDERS);
            assertThat(parked).isEqualTo(PARKED);
        });
    }
}
