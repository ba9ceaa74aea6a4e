package dev.frist.stack;

import org.jspecify.annotations.Nullable;

/** The local stack could not be found, started or reached; the message says what to do, in one line. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackException(String message) {
        super(message);
    }

    StackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
