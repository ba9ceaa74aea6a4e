package dev.frist.contract;

/** Bytes that are no record of the contract, however often they are tried. */
public final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1L;

    UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }

    UndecodableException(String message) {
        super(message);
    }
}
