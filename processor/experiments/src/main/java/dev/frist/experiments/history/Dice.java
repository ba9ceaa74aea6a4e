package dev.frist.experiments.history;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Choices that one seed determines. */
public final class Dice {

    private final SplittableRandom random;

    /** Two dice of one seed fall alike. */
    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** From {@code low} to {@code high}, both included. */
    public long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /** True in that many of a hundred cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of them, each as likely as the others. */
    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of them, each as likely as the others. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Brings them into another order. */
    public void shuffle(List<?> cards) {
        Collections.shuffle(cards, new Random(random.nextLong()));
    }

    /** Bytes of any value. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(random.nextLong()).nextBytes(bytes);
        return bytes;
    }

    /** Dice of their own, so that one more choice here changes none there. */
    public Dice split() {
        return new Dice(random.nextLong());
    }
}
