package dev.frist.domain;

import static dev.frist.domain.Facts.event;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.order.Limits;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyDraft;
import dev.frist.domain.policy.WindowPolicy;
import java.util.ArrayList;
import java.util.List;

/** What happens to one order, record by record and wake-up by wake-up; the clock stands where it was last set. */
public final class Story {

    private final Engine engine = new Engine(Limits.DEFAULT);
    private final List<Decision> decisions = new ArrayList<>();
    private PolicyBook policies = PolicyBook.EMPTY;
    private OrderState state = OrderState.unknown("O1");
    private long now = Facts.START;
    private int events;

    private Story() {}

    /** An order under the default policy. */
    public static Story of(Payload order) {
        return of(PolicyDraft.draft(), order);
    }

    public static Story of(PolicyDraft policy, Payload order) {
        return new Story().knowing(policy.get()).receive(order);
    }

    /** An order that no policy matches. */
    public static Story withoutPolicy(Payload order) {
        return new Story().receive(order);
    }

    public Story knowing(WindowPolicy policy) {
        policies = policies.with(policy);
        return this;
    }

    public Story at(long instant) {
        now = instant;
        return this;
    }

    /** The payload occurs and arrives now. */
    public Story receive(Payload payload) {
        return receive(now, payload);
    }

    /** The payload arrives now. */
    public Story receive(long occurredAt, Payload payload) {
        events++;
        return take(engine.receive(state, event("O1", "e" + events, occurredAt, payload, now), policies, now));
    }

    /** The order is woken now. */
    public Story wake() {
        return take(engine.wake(state, policies, now));
    }

    /** The order is woken at every instant at which it wants to be, up to and with the given one. */
    public Story runUntil(long instant) {
        while (state.wakeAt() <= instant) {
            now = Math.max(now, state.wakeAt());
            wake();
        }
        now = instant;
        return this;
    }

    private Story take(Outcome outcome) {
        state = outcome.after();
        decisions.addAll(outcome.decisions());
        return this;
    }

    /** When the order wants to be woken next. */
    public long wakeAt() {
        return state.wakeAt();
    }

    public List<DecisionType> types() {
        return decisions.stream().map(Decision::type).toList();
    }

    public List<Decision> all(DecisionType type) {
        return decisions.stream().filter(decision -> decision.type() == type).toList();
    }

    /** The last decision of a type. */
    public Decision last(DecisionType type) {
        List<Decision> found = all(type);
        if (found.isEmpty()) {
            throw new AssertionError("no " + type + " among " + types());
        }
        return found.get(found.size() - 1);
    }

    public Decision last() {
        return decisions.get(decisions.size() - 1);
    }
}
