package dev.frist.domain.verdict;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Credit;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.OrderLedger;
import dev.frist.domain.ledger.Shares;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.ledger.Timeline;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.PublishedResolution;
import dev.frist.domain.policy.PolicyBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order judged afresh: its facts, its policy, what was told, and the clock lead to what should stand; what differs
 * from what was published is published. Pure: it reads no clock and changes none of its arguments.
 */
public final class Evaluation {

    private final OrderState before;
    private final long orphanHold;
    private final long now;
    private final long asOf;
    private final boolean complete;
    private final Timeline timeline;
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    private Evaluation(OrderState before, long orphanHold, long now, boolean complete) {
        this.before = before;
        this.orphanHold = orphanHold;
        this.now = now;
        this.complete = complete;
        this.asOf = complete ? Math.max(before.judgedUntil(), now) : before.judgedUntil();
        this.timeline = Timeline.of(before.facts());
    }

    /** What an evaluation leads to. */
    public record Result(OrderState after, List<Decision> decisions, List<DeadLetter> deadLetters) {}

    /**
     * Judges an order.
     *
     * @param before its facts, and what was published
     * @param orphanHold how long a correction waits for the return that it names, milliseconds
     * @param now epoch millis
     * @param complete whether everything that lay in the topics at {@code now} has been read; only then does the clock
     *     decide anything, and only then do disputes open or grow
     */
    public static Result of(OrderState before, PolicyBook policies, long orphanHold, long now, boolean complete) {
        return new Evaluation(before, orphanHold, now, complete).evaluate(policies);
    }

    private Result evaluate(PolicyBook policies) {
        Fact placedFact = timeline.placedFact();
        if (placedFact == null) {
            return new Result(
                    after(before.cases(), before.sequence(), before.unmatchedTold(), nextParked()),
                    List.of(),
                    List.of());
        }
        OrderPlaced order = (OrderPlaced) placedFact.payload();
        Map<String, Case> cases = cases(order, policies);
        OrderLedger ledger = judge(order, cases);
        boolean reopened = false;
        for (Case returned : cases.values()) {
            MemoryDraft memory = returned.memory();
            boolean isOwedAgain = (returned.isOpen() && !returned.waitsForEvidenceEnd(now)) || isRefusedAgain(returned);
            if (memory.isResolved() && isOwedAgain && memory.reopenedAt == CaseMemory.NEVER) {
                returned.reopen(now);
                reopened = true;
            }
        }
        if (reopened) {
            ledger = judge(order, cases);
        }
        Publication publication = new Publication(
                before.orderId(),
                order,
                timeline,
                received(),
                ledger,
                cases.values(),
                new WhatIf(timeline, order, terms(cases), cases.values(), this::named, asOf, Shares.plus(now, 1)),
                before.sequence(),
                now);
        WakeUps wakeUps = new WakeUps(asOf, now);
        for (Case returned : cases.values()) {
            refuseExcess(returned);
            CasePublisher publisher =
                    new CasePublisher(returned, ledger, publication, before.judgedUntil(), asOf, now, complete);
            publisher.publish();
            wakeUps.add(returned, publisher.isPutOff());
        }
        Set<String> unmatchedTold = tellUnmatched(ledger, cases, publication);
        Map<String, CaseMemory> memories = new LinkedHashMap<>(before.cases());
        cases.values()
                .forEach(returned ->
                        memories.put(returned.returnId(), returned.memory().toMemory()));
        long wakeAt = Math.min(wakeUps.next(), Math.min(nextParked(), nextHeldCorrection()));
        return new Result(
                after(memories, publication.orderSequence(), unmatchedTold, wakeAt),
                publication.decisions(),
                deadLetters);
    }

    /** The fact that led to this evaluation, the last to arrive; null at a wake-up. */
    private @Nullable Fact received() {
        List<Fact> facts = before.facts();
        return complete || facts.isEmpty() ? null : facts.get(facts.size() - 1);
    }

    /** Units under a refusal came back from another end: when the due date moves, it waits again. */
    private static boolean isRefusedAgain(Case returned) {
        PublishedResolution last = returned.memory().resolution;
        Ending ending = returned.ending();
        return last != null
                && ending != null
                && ending.givesBackToRefusal(returned.claim(), last.ground(), last.amount());
    }

    private OrderState after(Map<String, CaseMemory> cases, int sequence, Set<String> unmatchedTold, long wakeAt) {
        return new OrderState(before.orderId(), before.facts(), cases, sequence, unmatchedTold, asOf, wakeAt);
    }

    private Map<String, Case> cases(OrderPlaced order, PolicyBook policies) {
        Map<String, List<Moment>> events = new LinkedHashMap<>();
        for (Moment moment : timeline.moments()) {
            if (moment.payload() instanceof ReturnPayload said) {
                events.computeIfAbsent(said.returnId(), id -> new ArrayList<>()).add(moment);
            }
        }
        Map<String, Case> cases = new LinkedHashMap<>();
        events.forEach((returnId, moments) -> {
            for (Moment moment : moments) {
                if (moment.payload() instanceof ReturnRegistered) {
                    MemoryDraft memory = new MemoryDraft(before.cases().getOrDefault(returnId, CaseMemory.NONE));
                    cases.put(
                            returnId,
                            new Case(
                                    before.orderId(),
                                    order,
                                    moment,
                                    moments,
                                    timeline.moments(),
                                    memory,
                                    policies,
                                    now));
                }
            }
        });
        return cases;
    }

    private OrderLedger judge(OrderPlaced order, Map<String, Case> cases) {
        OrderLedger ledger = OrderLedger.fold(timeline, order, terms(cases), this::named, asOf);
        for (Claim claim : ledger.claims()) {
            Case returned = cases.get(claim.returnId());
            if (returned != null) {
                returned.judge(claim, asOf);
            }
        }
        return ledger;
    }

    private Map<String, Terms> terms(Map<String, Case> cases) {
        Map<String, Terms> terms = new HashMap<>();
        cases.forEach((returnId, returned) -> terms.put(returnId, returned.terms(now)));
        return terms;
    }

    /** The return that a credit note names, unless that did not become known while the note waited for it. */
    private @Nullable String named(Moment moment) {
        String named = ((CreditNoteIssued) moment.payload()).returnId();
        if (named == null) {
            return null;
        }
        long heldUntil = heldUntil(moment.fact());
        Fact registration = timeline.registration(named);
        boolean cameInTime = registration == null ? asOf < heldUntil : registration.arrivedAt() <= heldUntil;
        return cameInTime ? named : null;
    }

    private long heldUntil(Fact fact) {
        return Shares.plus(fact.arrivedAt(), orphanHold);
    }

    private void refuseExcess(Case returned) {
        if (!returned.memory().excessTold && !returned.claim().excess().isEmpty()) {
            Fact registration = returned.registration().fact();
            byte[] original = registration.original();
            deadLetters.add(new DeadLetter(
                    DeadLetterReason.CLAIM_EXCEEDS_ORDER,
                    registration.eventId(),
                    registration.position(),
                    original == null ? new byte[0] : original,
                    "claims units beyond those that the order and other returns leave, by line: "
                            + returned.claim().excess()));
            returned.memory().excessTold = true;
        }
    }

    private Set<String> tellUnmatched(OrderLedger ledger, Map<String, Case> cases, Publication publication) {
        boolean anyReturn =
                cases.values().stream().anyMatch(returned -> !returned.claim().isVoid());
        Set<String> told = before.unmatchedTold();
        for (Credit credit : ledger.credits()) {
            if (anyReturn
                    && credit.isUnmatched()
                    && !told.contains(credit.note().correctionId())) {
                told = new HashSet<>(told);
                told.add(credit.note().correctionId());
                publication.unmatched(credit);
            }
        }
        return Set.copyOf(told);
    }

    private long nextParked() {
        long next = OrderState.NO_WAKE_UP;
        for (Fact parked : timeline.parked()) {
            next = Math.min(next, heldUntil(parked));
        }
        return next;
    }

    private long nextHeldCorrection() {
        long next = OrderState.NO_WAKE_UP;
        for (Moment moment : timeline.moments()) {
            if (moment.payload() instanceof CreditNoteIssued note
                    && note.returnId() != null
                    && !timeline.isRegistered(note.returnId())
                    && heldUntil(moment.fact()) > asOf) {
                next = Math.min(next, heldUntil(moment.fact()));
            }
        }
        return next;
    }
}
