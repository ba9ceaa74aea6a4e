package dev.frist.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass an ISO 8601 duration of at least a minimum. Days are exact, 24 hours each.
 *
 * @param minimum the shortest that is allowed
 */
record DurationRange(Duration minimum) implements ConfigDef.Validator {

    /** Zero or longer. */
    static DurationRange orZero() {
        return new DurationRange(Duration.ZERO);
    }

    /** Longer than nothing: a millisecond or more. */
    static DurationRange positive() {
        return new DurationRange(Duration.ofMillis(1));
    }

    @Override
    public void ensureValid(String name, @Nullable Object value) {
        try {
            if (value != null && Duration.parse(value.toString()).compareTo(minimum) >= 0) {
                return;
            }
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            // Said below, in the words that also answer a duration that is too short.
        }
        throw new ConfigException(name, value, "must be " + this);
    }

    @Override
    public String toString() {
        String duration = "an ISO 8601 duration such as P7D or PT5M";
        return minimum.isZero() ? duration + ", not negative" : duration + ", at least " + minimum;
    }
}
