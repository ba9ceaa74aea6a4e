package dev.frist.scenario;

import java.util.List;

/** A scenario file that cannot be run; every problem names file, line, what is wrong and what is allowed. */
public final class ScenarioException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** Says all that is wrong. */
    public ScenarioException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem, in the order of lines. */
    public List<String> problems() {
        return problems;
    }
}
