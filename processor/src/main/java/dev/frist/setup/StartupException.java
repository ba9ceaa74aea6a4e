package dev.frist.setup;

/** Something that is needed is not there. Its message is one line for a person, and names the setting to look at. */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Something is missing or does not fit. */
    public StartupException(String line) {
        super(line);
    }

    /** Something could not be reached. */
    public StartupException(String line, Throwable cause) {
        super(line, cause);
    }
}
