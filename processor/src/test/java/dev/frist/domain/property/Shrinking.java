package dev.frist.domain.property;

import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioEvent;
import dev.frist.scenario.WrittenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a counterexample smaller by leaving out events and policies for as long as it stays one. */
final class Shrinking {

    private Shrinking() {}

    static Scenario shrink(Scenario history, Predicate<Scenario> isCounterexample) {
        Scenario smallest = history;
        boolean smaller = true;
        while (smaller) {
            Scenario next = oneStep(smallest, isCounterexample);
            smaller = next != null;
            smallest = smaller ? next : smallest;
        }
        return smallest;
    }

    private static Scenario oneStep(Scenario history, Predicate<Scenario> isCounterexample) {
        for (int size = Math.max(1, history.events().size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from + size <= history.events().size(); from++) {
                List<ScenarioEvent> fewer = new ArrayList<>(history.events());
                fewer.subList(from, from + size).clear();
                Scenario candidate = with(history, history.policies(), fewer);
                if (isCounterexample.test(candidate)) {
                    return candidate;
                }
            }
        }
        for (int i = 0; i < history.policies().size(); i++) {
            List<WrittenPolicy> fewer = new ArrayList<>(history.policies());
            fewer.remove(i);
            Scenario candidate = with(history, fewer, history.events());
            if (isCounterexample.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static Scenario with(Scenario history, List<WrittenPolicy> policies, List<ScenarioEvent> events) {
        return new Scenario(history.name(), policies, history.outage(), events, history.until(), history.expected());
    }
}
