package dev.frist.cli;

import org.jspecify.annotations.Nullable;

/** A command could not do what it was asked for; the message is one line for a person. */
public final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CommandFailedException(String line) {
        super(line);
    }

    public CommandFailedException(@Nullable String line, Throwable cause) {
        super(line, cause);
    }
}
