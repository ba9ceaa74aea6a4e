package dev.frist.scenario;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Position;
import dev.frist.domain.order.Limits;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.scenario.Published.Refused;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario through the core that production runs, on a virtual clock. What arrives at an instant is read before
 * the wake-ups due at that instant; a wake-up decides at the instant that it was due for, and one that fell into the
 * outage at its end.
 */
public final class CoreEngine implements ScenarioEngine {

    /** More wake-ups of one order at one instant than any chain of decisions needs. */
    private static final int WAKE_UPS_AT_AN_INSTANT = 200;

    private final CoreDoor door;

    /** The engine with the settings of the processor at their defaults. */
    public CoreEngine() {
        this(CoreDoor.to(new Engine(Limits.DEFAULT)));
    }

    /** The engine behind a door that somebody watches. */
    public CoreEngine(CoreDoor door) {
        this.door = door;
    }

    @Override
    public Published run(Scenario scenario) {
        return new Run(scenario).toTheEnd();
    }

    private final class Run {

        private final Scenario scenario;
        private final PolicyTimeline policies;
        private final Deque<ScenarioEvent> arriving;
        private final ArrivedEvents arrived = new ArrivedEvents();
        private final Map<String, OrderState> orders = new HashMap<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private long clock = Long.MIN_VALUE;
        private int wakeUpsAtThisInstant;

        Run(Scenario scenario) {
            this.scenario = scenario;
            this.policies = new PolicyTimeline(scenario);
            this.arriving = new ArrayDeque<>(scenario.events());
        }

        Published toTheEnd() {
            while (true) {
                ScenarioEvent event = arriving.peekFirst();
                OrderState due = firstDue();
                long eventAt = event == null ? Long.MAX_VALUE : scenario.processedAt(event.at());
                long wakeAt = due == null ? Long.MAX_VALUE : dueAt(due);
                if (Math.min(eventAt, wakeAt) > scenario.until() || (event == null && due == null)) {
                    break;
                }
                if (event != null && eventAt <= wakeAt) {
                    arriving.removeFirst();
                    advanceTo(eventAt);
                    read(event);
                } else if (due != null) {
                    advanceTo(wakeAt);
                    wake(due);
                }
            }
            refused.addAll(policies.refusedUntil(scenario.until()));
            return new Published(decisions, refused);
        }

        private @Nullable OrderState firstDue() {
            return orders.values().stream()
                    .filter(order -> order.wakeAt() != OrderState.NO_WAKE_UP)
                    .min(Comparator.comparingLong(this::dueAt).thenComparing(OrderState::orderId))
                    .orElse(null);
        }

        private long dueAt(OrderState order) {
            return scenario.processedAt(Math.max(order.wakeAt(), clock));
        }

        private void advanceTo(long instant) {
            if (instant > clock) {
                clock = instant;
                wakeUpsAtThisInstant = 0;
            }
        }

        private void read(ScenarioEvent event) {
            Position position = arrived.place(event);
            if (event.payload() == null) {
                refused.add(new Refused(clock, event.index(), event.eventId(), DeadLetterReason.UNDECODABLE));
                return;
            }
            String order = event.key() == null ? event.orderId() : event.key();
            OrderState before = orders.getOrDefault(order, OrderState.unknown(order));
            keep(order, door.receive(before, arrived.arrive(event, position), policies.at(clock), clock));
        }

        private void wake(OrderState order) {
            wakeUpsAtThisInstant++;
            if (wakeUpsAtThisInstant > WAKE_UPS_AT_AN_INSTANT * Math.max(1, orders.size())) {
                throw new IllegalStateException("order " + order.orderId() + " asks to be woken at "
                        + Instant.ofEpochMilli(clock) + " again and again");
            }
            keep(order.orderId(), door.wake(order, policies.at(clock), clock));
        }

        private void keep(String order, Outcome outcome) {
            if (outcome.after().isEmpty()) {
                orders.remove(order);
            } else {
                orders.put(order, outcome.after());
            }
            decisions.addAll(outcome.decisions());
            arrived.published(outcome.decisions());
            for (DeadLetter letter : outcome.deadLetters()) {
                ScenarioEvent event = arrived.at(letter.position());
                refused.add(new Refused(clock, event.index(), event.eventId(), letter.reason()));
            }
        }
    }
}
