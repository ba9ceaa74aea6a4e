package dev.frist.experiments.chaos;

/**
 * A failure that is to happen.
 *
 * @param at millis from the start of the traffic
 * @param length for how long what failed stays so, millis
 * @param pick chooses which one it is done to
 */
record Step(long at, Failure failure, long length, int pick) {}
