package dev.frist.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file, collected so that its author sees everything at once. */
final class Problems {

    private record Problem(int line, String text) {}

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String text) {
        found.add(new Problem(line, text));
    }

    /** Throws what was found, by line, if anything was. */
    void throwIfAny() throws ScenarioException {
        if (!found.isEmpty()) {
            throw new ScenarioException(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(problem -> file + ":" + problem.line() + ": " + problem.text())
                    .toList());
        }
    }
}
