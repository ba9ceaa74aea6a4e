package dev.frist.domain.engine;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.Limits;
import dev.frist.domain.order.OrderState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record becomes a fact of its order, is known already, or becomes a dead letter. What waits for its order or
 * its return is admitted too: that it is parked follows from the facts. When the order comes, what waited for it is
 * checked against it.
 */
final class Admission {

    private Admission() {}

    /**
     * What became of a record.
     *
     * @param state with the record admitted, or as it was
     */
    record Result(OrderState state, boolean isUnchanged, boolean isDuplicate, List<DeadLetter> deadLetters) {}

    static Result of(OrderState before, Event event, Limits limits) {
        Objection objection = Screening.objection(event, limits);
        if (objection != null) {
            return refused(before, event, objection);
        }
        Fact known = find(before, event.eventId());
        List<Fact> replaced = new ArrayList<>();
        if (known != null && known.saysTheSameAs(event)) {
            return new Result(before, true, true, List.of());
        }
        if (known != null && !isWhollyExcess(before, known)) {
            return refused(
                    before,
                    event,
                    new Objection(
                            DeadLetterReason.EVENT_ID_REUSED,
                            "another record came under this eventId, with another payload or occurredAt"));
        }
        Fact holder = holderOfTheSameId(before, event);
        if (holder != null && !isWhollyExcess(before, holder)) {
            return refused(
                    before,
                    event,
                    new Objection(
                            DeadLetterReason.ID_REUSED,
                            "its id was introduced by another event before; the first stands"));
        }
        if (known != null) {
            replaced.add(known);
        }
        if (holder != null) {
            replaced.add(holder);
        }
        boolean isKept = !(event.payload() instanceof OrderErased);
        if (isKept && replaced.isEmpty() && before.facts().size() >= limits.factsMax()) {
            return refused(
                    before,
                    event,
                    new Objection(
                            DeadLetterReason.TOO_MANY_FACTS,
                            "the order has as many facts as it may have: " + limits.factsMax()));
        }
        OrderPlaced order = placed(before.facts());
        if (order != null) {
            Objection mismatch = OrderMatch.objection(order, event.payload());
            if (mismatch != null) {
                return refused(before, event, mismatch);
            }
        }
        return admit(before, event, replaced);
    }

    private static Result admit(OrderState before, Event event, List<Fact> replaced) {
        List<Fact> facts = new ArrayList<>(before.facts());
        Map<String, CaseMemory> cases = new HashMap<>(before.cases());
        for (Fact refused : replaced) {
            facts.remove(refused);
            cases.computeIfPresent(
                    ((ReturnRegistered) refused.payload()).returnId(),
                    (returnId, memory) -> memory.sequence() == 0 ? null : memory.withoutExcess());
        }
        facts.add(new Fact(
                event.eventId(),
                event.occurredAt(),
                event.payload(),
                event.position(),
                event.arrivedAt(),
                event.original()));
        List<DeadLetter> deadLetters = new ArrayList<>();
        if (event.payload() instanceof OrderPlaced order) {
            facts.removeIf(fact -> mismatches(order, fact, deadLetters));
        }
        return new Result(
                withFacts(
                        new OrderState(
                                before.orderId(),
                                facts,
                                cases,
                                before.sequence(),
                                before.unmatchedTold(),
                                before.judgedUntil(),
                                before.wakeAt()),
                        facts),
                false,
                false,
                deadLetters);
    }

    private static boolean mismatches(OrderPlaced order, Fact fact, List<DeadLetter> deadLetters) {
        Objection mismatch = OrderMatch.objection(order, fact.payload());
        if (mismatch == null) {
            return false;
        }
        byte[] original = fact.original();
        deadLetters.add(new DeadLetter(
                mismatch.reason(),
                fact.eventId(),
                fact.position(),
                original == null ? new byte[0] : original,
                mismatch.detail()));
        return true;
    }

    /** The state with other facts, without the bytes of those that can no longer become dead letters. */
    static OrderState withFacts(OrderState state, List<Fact> facts) {
        boolean isKnown = placed(facts) != null;
        Set<String> registered = new HashSet<>();
        facts.forEach(fact -> {
            if (fact.payload() instanceof ReturnRegistered registration) {
                registered.add(registration.returnId());
            }
        });
        List<Fact> kept = facts.stream()
                .map(fact -> isKnown && isSettled(fact.payload(), registered) ? fact.settled() : fact)
                .toList();
        return new OrderState(
                state.orderId(),
                kept,
                state.cases(),
                state.sequence(),
                state.unmatchedTold(),
                state.judgedUntil(),
                state.wakeAt());
    }

    private static boolean isSettled(Payload payload, Set<String> registered) {
        if (payload instanceof ReturnRegistered) {
            return false;
        }
        return !(payload instanceof ReturnPayload said) || registered.contains(said.returnId());
    }

    private static Result refused(OrderState before, Event event, Objection objection) {
        DeadLetter deadLetter = new DeadLetter(
                objection.reason(), event.eventId(), event.position(), event.original(), objection.detail());
        return new Result(before, true, false, List.of(deadLetter));
    }

    private static @Nullable Fact find(OrderState state, String eventId) {
        for (Fact fact : state.facts()) {
            if (fact.eventId().equals(eventId)) {
                return fact;
            }
        }
        return null;
    }

    static @Nullable OrderPlaced placed(List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact.payload() instanceof OrderPlaced order) {
                return order;
            }
        }
        return null;
    }

    /** A registration that was dead-lettered whole leaves nothing behind: fixed, it may come again. */
    private static boolean isWhollyExcess(OrderState state, Fact fact) {
        if (!(fact.payload() instanceof ReturnRegistered registered)) {
            return false;
        }
        CaseMemory memory = state.cases().get(registered.returnId());
        return memory != null && memory.isWhollyExcess();
    }

    private static @Nullable Fact holderOfTheSameId(OrderState state, Event event) {
        for (Fact fact : state.facts()) {
            if (!fact.eventId().equals(event.eventId()) && introducesTheSame(fact.payload(), event.payload())) {
                return fact;
            }
        }
        return null;
    }

    private static boolean introducesTheSame(Payload known, Payload added) {
        if (added instanceof OrderPlaced) {
            return known instanceof OrderPlaced;
        }
        if (added instanceof ReturnRegistered registered) {
            return known instanceof ReturnRegistered other && other.returnId().equals(registered.returnId());
        }
        if (added instanceof CorrectionPayload correction) {
            return known instanceof CorrectionPayload other
                    && other.correctionId().equals(correction.correctionId());
        }
        return added instanceof SettlementProposed proposed
                && known instanceof SettlementProposed other
                && other.proposalId().equals(proposed.proposalId());
    }
}
