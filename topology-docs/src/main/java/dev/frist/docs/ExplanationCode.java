package dev.frist.docs;

import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.verdict.Explanations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A code of the catalogue of explanations, taken apart. */
record ExplanationCode(
        String code, DecisionType type, @Nullable Ground ground) {

    static final ResourceBundle ENGLISH = Explanations.catalogue(Locale.ENGLISH);
    static final ResourceBundle SWEDISH = Explanations.catalogue(Locale.forLanguageTag("sv"));

    /**
     * All of them, by type and ground as these are declared.
     *
     * @throws IllegalStateException where the catalogue has a code that no type and ground make
     */
    static List<ExplanationCode> all() {
        Set<String> left = new TreeSet<>(ENGLISH.keySet());
        List<ExplanationCode> codes = new ArrayList<>();
        for (DecisionType type : DecisionType.values()) {
            take(type, null, left, codes);
            for (Ground ground : Ground.values()) {
                take(type, ground, left, codes);
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("no type and ground make these codes: " + left);
        }
        return codes;
    }

    private static void take(
            DecisionType type, @Nullable Ground ground, Set<String> left, List<ExplanationCode> codes) {
        String code = Explanations.code(type, ground);
        if (left.remove(code)) {
            codes.add(new ExplanationCode(code, type, ground));
        }
    }

    /** How the documents name it: topic, type and ground. */
    String shown() {
        String topic = switch (type.topic()) {
            case DISPUTES -> "dispute";
            case RESOLUTIONS -> "resolution";
            case NOTICES -> "notice";
        };
        String word = type == DecisionType.RESOLVED ? "" : " `" + type + "`";
        return topic + word + (ground == null ? "" : " `" + ground + "`");
    }
}
