package dev.frist.examples;

import dev.frist.schema.Audience;

/**
 * What a party is told.
 *
 * @param id the decision that it tells of: whoever delivers messages uses it to deliver each once
 */
public record Message(String id, Audience to, String text) {}
