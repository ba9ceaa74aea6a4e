package dev.frist.demo;

import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Everything that happens in a demo, drawn from its seed.
 *
 * @param events in the order in which they go out
 * @param lastDeadline when the last handling window ends, in milliseconds from the start
 */
record Traffic(List<TrafficEvent> events, long lastDeadline) {

    private static final double SHARE_RETURNED = 0.42;
    private static final double SHARE_SENT_TWICE = 0.04;
    private static final long SHIPPING = 4_900;

    /** Draws the traffic of a plan; the same plan always gives the same. */
    static Traffic draw(DemoPlan plan) {
        Random random = new Random(plan.seed());
        List<Merchant> merchants = Merchant.all();
        List<TrafficEvent> events = new ArrayList<>();
        long lastDeadline = 0;
        for (int number = 1; number <= plan.orders(); number++) {
            long placed = plan.placing() * number / plan.orders();
            Merchant merchant = merchants.get(random.nextInt(merchants.size()));
            Story story = random.nextDouble() < SHARE_RETURNED ? merchant.draw(random) : Story.KEPT;
            List<BasketLine> basket = basket(merchant, random);
            OrderScript script = new OrderScript(
                    plan, random, "D%04d".formatted(number), merchant, basket, claim(basket, story, random), placed);
            story.tell(script);
            lastDeadline = Math.max(lastDeadline, script.deadline());
            for (TrafficEvent event : script.events()) {
                events.add(event);
                if (random.nextDouble() < SHARE_SENT_TWICE) {
                    events.add(new TrafficEvent(
                            event.arrives() + script.steps(0.5, 1),
                            event.occurs(),
                            event.eventId(),
                            event.orderId(),
                            event.payload()));
                }
            }
        }
        events.sort(Comparator.comparingLong(TrafficEvent::arrives));
        return new Traffic(List.copyOf(events), lastDeadline);
    }

    /** When the last event goes out, in milliseconds from the start. */
    long end() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).arrives();
    }

    private static List<BasketLine> basket(Merchant merchant, Random random) {
        List<BasketLine> basket = new ArrayList<>();
        for (Merchant.Article article : merchant.articles()) {
            if (basket.isEmpty() || random.nextBoolean()) {
                int quantity = 1 + random.nextInt(3);
                // A third of the lines is discounted by a sum that does not divide evenly.
                long discount = random.nextInt(3) == 0 ? 1_000L + random.nextInt(2_000) : 0;
                basket.add(new BasketLine(
                        "L" + (basket.size() + 1),
                        article.sku(),
                        LineType.PHYSICAL,
                        quantity,
                        article.price() * quantity - discount));
            }
        }
        basket.add(new BasketLine("L" + (basket.size() + 1), "shipping", LineType.SHIPPING_FEE, 1, SHIPPING));
        return basket;
    }

    /** Some of the goods, never the shipping; at least one unit, and where the story needs it two. */
    private static List<LineQuantity> claim(List<BasketLine> basket, Story story, Random random) {
        List<LineQuantity> claim = new ArrayList<>();
        for (BasketLine line : basket) {
            if (line.type() == LineType.PHYSICAL && (claim.isEmpty() || random.nextInt(3) == 0)) {
                int least = story.needsSeveralUnits() && claim.isEmpty() ? Math.min(2, line.quantity()) : 1;
                claim.add(new LineQuantity(line.lineId(), least + random.nextInt(line.quantity() - least + 1)));
            }
        }
        return claim;
    }
}
