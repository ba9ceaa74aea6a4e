package dev.frist.ops.metrics;

import java.util.List;
import java.util.stream.Stream;

/**
 * A tag of a meter, and what bounds its values: each value of each tag is a time series for every scraper, and none may
 * hold what identifies an order, a return, a merchant or a customer.
 *
 * @param meaning for people
 * @param values all values, where they are known beforehand; empty where they are not
 * @param most how many values there can be at once, {@link #OTHER} among them; 0 where the number of partitions bounds it
 */
public record MeterTag(String name, String meaning, List<String> values, int most) {

    /** What stands in for values beyond the most. */
    public static final String OTHER = "other";

    /** A tag whose values are known beforehand. */
    static MeterTag of(String name, String meaning, List<String> values) {
        return new MeterTag(name, meaning, List.copyOf(values), values.size());
    }

    /** A tag whose values are the words of an enum. */
    static MeterTag of(String name, String meaning, Enum<?>[] values) {
        return of(name, meaning, Stream.of(values).map(Enum::name).toList());
    }

    /** A tag whose values come from outside: the first so many, {@link #OTHER} for all others. */
    static MeterTag atMost(int most, String name, String meaning) {
        return new MeterTag(name, meaning, List.of(), most);
    }

    /** The number of a partition. */
    static MeterTag partition(String meaning) {
        return new MeterTag("partition", meaning, List.of(), 0);
    }

    /** Whether it may have that value, as far as can be told. */
    public boolean allows(String value) {
        return values.isEmpty() || values.contains(value);
    }
}
