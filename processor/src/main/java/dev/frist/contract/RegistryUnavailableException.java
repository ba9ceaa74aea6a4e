package dev.frist.contract;

/** The registry cannot be asked now. That says nothing about the record: it is to be tried again, never refused. */
public final class RegistryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(Throwable cause) {
        super("the schema registry does not answer: " + cause.getMessage(), cause);
    }
}
