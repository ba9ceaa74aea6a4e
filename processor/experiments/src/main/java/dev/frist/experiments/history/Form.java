package dev.frist.experiments.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large an experiment is, and how fast time goes in it.
 *
 * @param orders how many are placed, those that only carry absurd records not counted
 * @param traffic for how long records are sent, millis
 * @param unit the millis that the lengths of all windows are multiples of
 * @param oddities how many records of each absurd kind are sent
 * @param dueInLag how many deadlines at least must pass while no processor runs
 */
public record Form(String name, int orders, long traffic, long unit, int oddities, int dueInLag) {

    /** Ten seeds of it are what the promises rest on. */
    public static final Form LONG = new Form("long", 20_000, 140_000, 1000, 8, 2000);

    /** For every build. */
    public static final Form SHORT = new Form("short", 2_000, 62_000, 500, 2, 200);

    private static final Map<String, Form> FORMS = Map.of(LONG.name(), LONG, SHORT.name(), SHORT);

    /** The form of that name; null where there is none. */
    public static @Nullable Form named(String name) {
        return FORMS.get(name);
    }

    /** The same with another number of orders. */
    public Form withOrders(int count) {
        return new Form(name, count, traffic, unit, oddities, (int) ((long) dueInLag * count / orders));
    }

    /** The longest handling window. */
    long longestWindow() {
        return 18 * unit;
    }

    /** How long records wait for their order or return: {@code orphan.hold}, millis. */
    public long orphanHold() {
        return 12 * unit;
    }

    /** How many facts an order may have: {@code facts.max}. */
    public int factsMax() {
        return 60;
    }

    /** How long before it takes effect a policy must be written: {@code policy.lead}, millis. */
    public long policyLead() {
        return 2 * unit;
    }

    /** How long after the last record something may still be due, millis. */
    public long aftermath() {
        return longestWindow() + orphanHold() + 4 * unit;
    }
}
