package dev.frist.experiments.chaos;

/** The experiment itself did not work: it shows nothing about the processor. */
final class ExperimentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExperimentException(String message) {
        super(message);
    }

    ExperimentException(String message, Throwable cause) {
        super(message, cause);
    }
}
