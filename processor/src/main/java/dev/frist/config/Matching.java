package dev.frist.config;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass a text that a pattern matches as a whole.
 *
 * @param pattern what the text must look like
 * @param allowed the same in words
 */
record Matching(Pattern pattern, String allowed) implements ConfigDef.Validator {

    static Matching of(String regex, String allowed) {
        return new Matching(Pattern.compile(regex), allowed);
    }

    /** A text that is itself a regular expression. */
    static ConfigDef.Validator aRegularExpression() {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    try {
                        Pattern.compile(String.valueOf(value));
                    } catch (PatternSyntaxException wrong) {
                        throw new ConfigException(
                                name, value, "must be a regular expression: " + wrong.getDescription());
                    }
                },
                () -> "a regular expression");
    }

    @Override
    public void ensureValid(String name, @Nullable Object value) {
        if (value == null || !pattern.matcher(value.toString()).matches()) {
            throw new ConfigException(name, value, "must be " + allowed);
        }
    }

    @Override
    public String toString() {
        return allowed;
    }
}
