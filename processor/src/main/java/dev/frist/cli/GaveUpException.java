package dev.frist.cli;

/** The processor ended by itself; the message is one line for a person. */
final class GaveUpException extends RuntimeException {

    private static final long serialVersionUID = 1;

    GaveUpException(String line) {
        super(line);
    }
}
