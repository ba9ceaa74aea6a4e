package dev.frist.demo;

import dev.frist.domain.fact.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A merchant of the demo: what is sold there, and how returns are dealt with.
 *
 * @param habits how often each story happens there, in parts of their sum
 */
record Merchant(String id, Channel channel, List<Article> articles, Map<Story, Integer> habits) {

    Merchant {
        articles = List.copyOf(articles);
        // In the order of the stories, so that a seed gives the same draw in every run.
        habits = new EnumMap<>(habits);
    }

    /** Something to buy; the price in minor units, tax included. */
    record Article(String sku, long price) {}

    private static final Channel DIRECT = new Channel("DIRECT", "merchant");
    private static final Channel PLATFORM = new Channel("handelsplats", "platform:handelsplats");

    /** Everybody who sells in the demo. */
    static List<Merchant> all() {
        return List.of(
                new Merchant(
                        "ullstugan",
                        DIRECT,
                        List.of(
                                new Article("jumper", 89_900),
                                new Article("socks", 12_900),
                                new Article("cap", 24_950)),
                        Map.of(
                                Story.CORRECTED, 4,
                                Story.CORRECTED_LATER, 3,
                                Story.KEEPS_ONE_AFTER_ALL, 3,
                                Story.CORRECTION_FIRST, 3,
                                Story.RETURN_FIRST, 3)),
                new Merchant(
                        "fjallboden",
                        DIRECT,
                        List.of(new Article("tent", 349_900), new Article("stove", 79_900), new Article("mug", 14_900)),
                        Map.of(
                                Story.CORRECTED_LATER, 8,
                                Story.AMOUNT_ONLY, 2,
                                Story.EXTENDED, 1,
                                Story.CREDITED_TOO_LATE, 1)),
                new Merchant(
                        "klangverk",
                        DIRECT,
                        List.of(new Article("headset", 129_900), new Article("cable", 9_900)),
                        Map.of(
                                Story.CORRECTED_LATER, 5,
                                Story.WITH_FEE, 2,
                                Story.HALF_CREDITED, 2,
                                Story.DAMAGED, 1)),
                new Merchant(
                        "tysta-hyllan",
                        DIRECT,
                        List.of(new Article("shelf", 59_900), new Article("lamp", 39_950)),
                        Map.of(Story.SILENT, 5, Story.CREDITED_TOO_LATE, 2, Story.CORRECTED, 2)),
                new Merchant(
                        "sulan",
                        PLATFORM,
                        List.of(new Article("boots", 159_900), new Article("sneakers", 99_900)),
                        Map.of(
                                Story.REFUSAL_CONTESTED, 3,
                                Story.REFUSAL_ACCEPTED, 2,
                                Story.REFUSAL_UNANSWERED, 1,
                                Story.SETTLED, 2,
                                Story.CORRECTED_LATER, 4)));
    }

    /** Draws what becomes of a return. */
    Story draw(Random random) {
        int parts = habits.values().stream().mapToInt(Integer::intValue).sum();
        int drawn = random.nextInt(parts);
        for (Map.Entry<Story, Integer> habit : habits.entrySet()) {
            drawn -= habit.getValue();
            if (drawn < 0) {
                return habit.getKey();
            }
        }
        throw new IllegalStateException(id + " has no habits");
    }
}
