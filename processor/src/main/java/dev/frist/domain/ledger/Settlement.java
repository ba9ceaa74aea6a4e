package dev.frist.domain.ledger;

/**
 * What the parties agreed on for a return: it goes before every other end.
 *
 * @param acceptance the fact that accepted
 * @param at from when it counts: when both the offer and its acceptance are there, epoch millis
 * @param amount the whole credit to the consumer, minor units
 */
public record Settlement(Moment acceptance, long at, long amount) {}
