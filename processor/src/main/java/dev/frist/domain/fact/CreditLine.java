package dev.frist.domain.fact;

/** Units of an order line that were credited, and the amount for all of them in minor units. */
public record CreditLine(String lineId, int quantity, long amount) {}
