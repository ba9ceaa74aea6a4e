package dev.frist.domain.decision;

import java.util.Map;

/** Why this was decided: a stable code, an English sentence, and the parameters to build another text from. */
public record Explanation(String code, String text, Map<String, String> parameters) {}
