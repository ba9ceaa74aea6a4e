package dev.frist.domain.decision;

import dev.frist.domain.fact.Position;

/** A fact that led to a decision. */
public record Evidence(String eventId, Position position) {}
