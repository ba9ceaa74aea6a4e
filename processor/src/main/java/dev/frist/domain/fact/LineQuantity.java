package dev.frist.domain.fact;

/** Units of an order line. */
public record LineQuantity(String lineId, int quantity) {}
