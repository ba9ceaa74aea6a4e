package dev.frist.config;

/**
 * One thing that is wrong with the settings.
 *
 * @param name the setting, or empty where it is about a whole source
 * @param line one line for a person: setting, value, what is allowed, where the value came from; never a secret
 */
public record SettingProblem(String name, String line) {}
