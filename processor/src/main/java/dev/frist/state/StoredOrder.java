package dev.frist.state;

import dev.frist.domain.order.OrderState;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An order as the store keeps it: what the domain wants kept, and how its wake-ups fare.
 *
 * @param windowAt where the order's entry in the handling windows lies, epoch millis; {@link OrderState#NO_WAKE_UP} for
 *     none. It is when the order wants to be woken, or later where waking it failed
 * @param failures how many wake-ups in a row failed
 * @param missed the eventIds of records that could not be judged and lie among the dead letters. An order that misses
 *     something is not woken: what it misses may be what prevents a dispute
 */
public record StoredOrder(OrderState state, long windowAt, int failures, Set<String> missed) {

    private static final int MOST_MISSED = 100;

    /** An order of which nothing is known. */
    public static StoredOrder unknown(String orderId) {
        return new StoredOrder(OrderState.unknown(orderId), OrderState.NO_WAKE_UP, 0, Set.of());
    }

    /** Whether nothing of it need be kept. */
    public boolean isEmpty() {
        return state.isEmpty() && missed.isEmpty();
    }

    /** After something was judged: it is woken when it wants to be. */
    public StoredOrder judged(OrderState after, String eventId) {
        return new StoredOrder(after, after.wakeAt(), 0, without(eventId));
    }

    /**
     * After a wake-up was judged. It is woken again after that instant, whatever it wants: all that was due up to then has
     * been decided, and an order that were woken at once again and again would keep all others waiting.
     *
     * @param now the instant of the wake-up, epoch millis
     */
    public StoredOrder woken(OrderState after, long now) {
        return new StoredOrder(after, Math.max(after.wakeAt(), now + 1), 0, missed);
    }

    /** After a wake-up that came to nothing, to be tried again at an instant (epoch millis). */
    public StoredOrder putOff(long until) {
        return new StoredOrder(state, until, failures + 1, missed);
    }

    /** After a record could not be judged. So many at most: one of them is enough for the order to wait. */
    public StoredOrder missing(String eventId) {
        if (missed.size() >= MOST_MISSED) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(missed);
        more.add(eventId);
        return new StoredOrder(state, windowAt, failures, more);
    }

    private Set<String> without(String eventId) {
        if (!missed.contains(eventId)) {
            return missed;
        }
        Set<String> fewer = new LinkedHashSet<>(missed);
        fewer.remove(eventId);
        return fewer;
    }
}
