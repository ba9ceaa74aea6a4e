package dev.frist.config;

import java.util.List;

/** The settings can't be used. Its message is one line about the first problem; all of them can be had. */
public final class WrongSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SettingProblem> problems;

    WrongSettingsException(List<SettingProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, one line each. */
    public List<SettingProblem> problems() {
        return problems;
    }

    private static String message(List<SettingProblem> problems) {
        String first = problems.get(0).line();
        int more = problems.size() - 1;
        return more == 0 ? first : first + " (and " + more + " more; `frist config` lists all)";
    }
}
