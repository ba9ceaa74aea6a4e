package dev.frist.domain.property;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that one seed determines. */
final class Randomness {

    private final SplittableRandom random;

    Randomness(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** From {@code low} to {@code high}, both included. */
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /** True in that many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A stream of choices of its own, so that one more choice here moves none there. */
    Randomness split() {
        return new Randomness(random.nextLong());
    }
}
