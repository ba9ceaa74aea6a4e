package dev.frist.domain.fact;

/** Units of an order line that came back, in the condition that was found. */
public record ReceivedLine(String lineId, int quantity, Condition condition) {}
