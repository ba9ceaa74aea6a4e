package dev.frist.domain.fact;

/** What an event says: one of the payloads that the three event topics carry. */
public sealed interface Payload permits OrderPayload, ReturnPayload, CorrectionPayload {}
