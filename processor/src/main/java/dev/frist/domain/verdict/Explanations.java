package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Explanation;
import dev.frist.domain.decision.Ground;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of explanations: a text for every stable code, in English (what decisions carry) and in Swedish. A code
 * is the type of the decision, and its ground where it has one: {@code OPENED_MERCHANT_SILENT}.
 */
public final class Explanations {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(
            "dev.frist.domain.verdict.explanations",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Explanations() {}

    /** The stable code of a decision of that type on that ground. */
    public static String code(DecisionType type, @Nullable Ground ground) {
        return ground == null ? type.name() : type.name() + "_" + ground.name();
    }

    /** The catalogue in a language that it ships in: English, unless there is one of that language. */
    public static ResourceBundle catalogue(Locale language) {
        return ResourceBundle.getBundle(
                "dev.frist.domain.verdict.explanations",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Fills a text of the catalogue.
     *
     * @throws MissingResourceException where the catalogue lacks the code
     */
    public static String text(ResourceBundle catalogue, String code, Map<String, String> parameters) {
        return fill(catalogue.getString(code), parameters);
    }

    static Explanation explain(DecisionType type, @Nullable Ground ground, Map<String, String> parameters) {
        String code = code(type, ground);
        return new Explanation(code, text(ENGLISH, code, parameters), parameters);
    }

    private static String fill(String template, Map<String, String> parameters) {
        StringBuilder text = new StringBuilder(template.length() + 64);
        int from = 0;
        while (from < template.length()) {
            int open = template.indexOf('{', from);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return text.append(template, from, template.length()).toString();
            }
            String name = template.substring(open + 1, close);
            text.append(template, from, open).append(parameters.getOrDefault(name, "{" + name + "}"));
            from = close + 1;
        }
        return text.toString();
    }
}
