package dev.frist.domain.fact;

/** Where a record lies: what every decision cites as evidence. */
public record Position(String topic, int partition, long offset) {}
