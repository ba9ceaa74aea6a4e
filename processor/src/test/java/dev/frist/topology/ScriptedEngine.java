package dev.frist.topology;

import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps every event as a fact, wants to be woken an hour after each, notes when it was, and fails where it is told to. */
final class ScriptedEngine implements CaseEngine {

    static final long HOUR = 3_600_000;

    /** An order that was woken at an instant. */
    record Woken(String orderId, long now) {}

    final List<Woken> woken = new ArrayList<>();
    final Set<String> failingEvents = new HashSet<>();
    final Set<String> failingOrders = new HashSet<>();
    boolean neverContent;
    /** Bytes that a wake-up adds to the order. */
    int grownBy;

    @Override
    public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
        if (failingEvents.contains(event.eventId())) {
            throw new ArithmeticException("long overflow");
        }
        List<Fact> facts = new ArrayList<>(before.facts());
        boolean isDuplicate = facts.stream().anyMatch(fact -> fact.eventId().equals(event.eventId()));
        if (isDuplicate) {
            return new Outcome(before, List.of(), List.of(), true);
        }
        facts.add(new Fact(
                event.eventId(), event.occurredAt(), event.payload(), event.position(), event.arrivedAt(), null));
        return new Outcome(state(before, facts, now + HOUR), List.of(), List.of(), false);
    }

    @Override
    public Outcome wake(OrderState before, PolicyBook policies, long now) {
        if (failingOrders.contains(before.orderId())) {
            throw new IllegalStateException("cannot judge this order");
        }
        woken.add(new Woken(before.orderId(), now));
        long next = neverContent ? now : OrderState.NO_WAKE_UP;
        OrderState after = state(before, before.facts(), next);
        Set<String> told = grownBy == 0 ? Set.of() : Set.of("x".repeat(grownBy));
        OrderState grown =
                new OrderState(after.orderId(), after.facts(), Map.of(), 0, told, after.judgedUntil(), after.wakeAt());
        return new Outcome(grown, List.of(), List.of(), false);
    }

    private static OrderState state(OrderState before, List<Fact> facts, long wakeAt) {
        return new OrderState(before.orderId(), facts, Map.of(), 0, Set.of(), Long.MIN_VALUE, wakeAt);
    }
}
