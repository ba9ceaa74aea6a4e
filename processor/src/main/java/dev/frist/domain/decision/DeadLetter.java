package dev.frist.domain.decision;

import dev.frist.domain.fact.Position;

/**
 * A record that could not become a fact, or not wholly.
 *
 * @param eventId the record's eventId as it stood, for operators
 * @param position where the record lies
 * @param original the untouched bytes of the value
 * @param detail one English sentence that says what was wrong and what is allowed; names no person
 */
public record DeadLetter(DeadLetterReason reason, String eventId, Position position, byte[] original, String detail) {}
