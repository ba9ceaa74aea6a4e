package dev.frist.docs;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.verdict.Explanations;
import dev.frist.scenario.CoreEngine;
import dev.frist.scenario.Published;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioException;
import dev.frist.scenario.ScenarioReader;
import java.io.IOException;
import java.util.Optional;

/**
 * What the core decides in a scenario file: documents show what happened, not what somebody thought would.
 *
 * @param name the scenario's, see {@link Repository#scenario}
 */
record CaseHistory(String name, Scenario scenario, Published published) {

    /**
     * Runs a scenario.
     *
     * @throws IOException where there is no such file, or it cannot be read
     */
    static CaseHistory of(String name, Repository repository) throws IOException {
        try {
            Scenario scenario = ScenarioReader.read(repository.scenario(name));
            return new CaseHistory(name, scenario, new CoreEngine().run(scenario));
        } catch (ScenarioException unreadable) {
            throw new IOException(String.join("\n", unreadable.problems()), unreadable);
        }
    }

    static String code(Decision decision) {
        return decision.explanation().code();
    }

    /** The first decision of a code: see {@link Explanations#code}. */
    Optional<Decision> first(String code) {
        return published.decisions().stream()
                .filter(decision -> code(decision).equals(code))
                .findFirst();
    }
}
