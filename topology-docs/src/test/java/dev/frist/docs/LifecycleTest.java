package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.scenario.CoreEngine;
import dev.frist.scenario.Published;
import dev.frist.scenario.ScenarioFiles;
import dev.frist.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The picture of states is held against what the core publishes in every scenario. */
class LifecycleTest {

    private static final Path SCENARIOS = Path.of("..", "processor", "src", "test", "scenarios");

    private final Set<Transition> seen = new LinkedHashSet<>();
    private final List<String> impossible = new ArrayList<>();

    @Test
    void nothingElseEverFollowsAndEachOfTheseDoesSomewhere() throws Exception {
        for (Path file : ScenarioFiles.find(List.of(SCENARIOS))) {
            follow(file.toString(), new CoreEngine().run(ScenarioReader.read(file)));
        }
        assertThat(impossible).isEmpty();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Transition.ALL);
        assertThat(new LinkedHashSet<>(Transition.ALL.stream()
                        .map(each -> each.from() + " " + each.type())
                        .toList()))
                .as("one way from a state by a type")
                .hasSameSizeAs(Transition.ALL);
    }

    @Test
    void everyTypeThatIsNoNoticeIsInThePicture() {
        assertThat(Transition.ALL.stream().map(Transition::type))
                .containsAll(Arrays.stream(DecisionType.values())
                        .filter(type -> type.topic() != OutputTopic.NOTICES)
                        .toList());
    }

    private void follow(String file, Published published) {
        Map<String, List<Decision>> returns = new HashMap<>();
        published.decisions().stream()
                .filter(decision -> decision.returnId() != null)
                .forEach(decision -> returns.computeIfAbsent(
                                decision.orderId() + "/" + decision.returnId(), absent -> new ArrayList<>())
                        .add(decision));
        returns.values().forEach(decisions -> followOne(file, decisions));
    }

    private void followOne(String file, List<Decision> decisions) {
        CaseState state = CaseState.START;
        for (Decision decision : decisions) {
            // An order that was erased is a new one when it is placed again.
            CaseState from = decision.sequence() == 1 ? CaseState.START : state;
            CaseState to = Transition.after(from, decision);
            if (to == null) {
                impossible.add(file + ": " + decision.type() + " on " + from);
                return;
            }
            Transition.ALL.stream()
                    .filter(each -> each.from() == from && each.to() == to && each.type() == decision.type())
                    .forEach(seen::add);
            state = to;
        }
    }
}
