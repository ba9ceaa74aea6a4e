package dev.frist.config;

/**
 * A value as somebody wrote it.
 *
 * @param name the setting's name
 * @param value the text, placeholders for secrets not yet replaced
 * @param source where it was written, in words for a person
 */
public record Setting(String name, String value, String source) {}
