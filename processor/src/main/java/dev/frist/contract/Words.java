package dev.frist.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The words of one enumeration in another, by name. A word that the other does not have becomes its {@code UNKNOWN}:
 * contracts may learn words before the domain does, and then the domain refuses the record with a reason.
 *
 * @param <F> the enumeration to read
 * @param <T> the enumeration to write
 */
final class Words<F extends Enum<F>, T extends Enum<T>> {

    private static final String UNKNOWN = "UNKNOWN";

    private final Map<F, T> words;

    private Words(Map<F, T> words) {
        this.words = words;
    }

    /**
     * Pairs two enumerations.
     *
     * @throws IllegalStateException where {@code from} has a word that {@code to} lacks, and {@code to} has no UNKNOWN
     */
    static <F extends Enum<F>, T extends Enum<T>> Words<F, T> between(Class<F> from, Class<T> to) {
        Map<F, T> words = new EnumMap<>(from);
        for (F word : from.getEnumConstants()) {
            words.put(word, named(to, word.name()));
        }
        return new Words<>(words);
    }

    private static <T extends Enum<T>> T named(Class<T> to, String name) {
        T unknown = null;
        for (T word : to.getEnumConstants()) {
            if (word.name().equals(name)) {
                return word;
            }
            if (word.name().equals(UNKNOWN)) {
                unknown = word;
            }
        }
        if (unknown == null) {
            throw new IllegalStateException(to.getName() + " has no word for " + name);
        }
        return unknown;
    }

    T of(F word) {
        return Objects.requireNonNull(words.get(word));
    }
}
