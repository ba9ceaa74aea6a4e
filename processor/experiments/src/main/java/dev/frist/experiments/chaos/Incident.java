package dev.frist.experiments.chaos;

/**
 * A failure that happened.
 *
 * @param target what it was done to
 * @param from millis from the start of the traffic
 * @param until when what failed was whole again, millis from the start of the traffic
 */
public record Incident(Failure failure, String target, long from, long until) {}
