package dev.frist.state;

/** Stored bytes that no version of the state's schema can read. */
public final class CorruptStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptStateException(String message, Throwable cause) {
        super(message, cause);
    }

    CorruptStateException(String message) {
        super(message);
    }
}
