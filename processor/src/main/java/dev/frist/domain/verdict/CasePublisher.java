package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.OrderLedger;
import dev.frist.domain.ledger.Refusal;
import dev.frist.domain.ledger.Shares;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.order.PublishedResolution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The difference between what should stand for a case and what was published for it. One evaluation publishes REOPENED,
 * WITHDRAWN, RESOLVED, notices, then OPENED, REDUCED or REVISED.
 */
final class CasePublisher {

    private final Case returned;
    private final Claim claim;
    private final MemoryDraft memory;
    private final OrderLedger ledger;
    private final Publication publication;
    private final long judgedBefore;
    private final long asOf;
    private final long now;
    private final boolean complete;
    private boolean putOff;

    CasePublisher(
            Case returned,
            OrderLedger ledger,
            Publication publication,
            long judgedBefore,
            long asOf,
            long now,
            boolean complete) {
        this.returned = returned;
        this.claim = returned.claim();
        this.memory = returned.memory();
        this.ledger = ledger;
        this.publication = publication;
        this.judgedBefore = judgedBefore;
        this.asOf = asOf;
        this.now = now;
        this.complete = complete;
    }

    /** Whether a dispute would open or grow, and waits for complete input. */
    boolean isPutOff() {
        return putOff;
    }

    void publish() {
        boolean untold = memory.sequence == 0;
        if (claim.isVoid() && untold) {
            return;
        }
        if (returned.erasure() != null) {
            close(untold);
            return;
        }
        if (!complete && returned.waitsForEvidenceEnd(now)) {
            putOff = true;
            return;
        }
        Contention contention = allowed(Contention.of(returned, asOf));
        boolean reopened = reopen();
        withdraw(contention);
        resolve();
        if (returned.isOpen()) {
            open(reopened);
            refusals();
        }
        if (!claim.isVoid()) {
            proposals(untold && !returned.isOpen());
            money();
        }
        if (returned.isOpen()) {
            reminders(contention);
            unproven(contention);
        }
        dispute(contention);
    }

    /** Before the order is erased: nobody is left with a dispute or a case that nobody would ever end. */
    private void close(boolean untold) {
        withdraw(Contention.NONE);
        if (!untold && !memory.isResolved()) {
            resolve();
        }
    }

    /** As long as the input may be incomplete, a dispute may only shrink. */
    private Contention allowed(Contention wanted) {
        PublishedDispute open = memory.dispute;
        if (complete || wanted.isNothing()) {
            return wanted;
        }
        if (open == null) {
            putOff = true;
            return Contention.NONE;
        }
        if (!wanted.growsBeyond(open)) {
            return wanted;
        }
        putOff = true;
        Contention common = wanted.within(open);
        return !wanted.shrinksFrom(open) || common.isNothing() || !common.shrinksFrom(open)
                ? new Contention(open.lines(), open.amount(), 0, open.ground(), open.review())
                : common;
    }

    private boolean reopen() {
        PublishedResolution resolved = memory.resolution;
        if (resolved == null || !resolved.isResolved() || !returned.isOpen()) {
            return false;
        }
        Ground ground = publication.isReversal() ? Ground.CORRECTION_REVERSED : Ground.FACTS_REVISED;
        if (memory.reopenedAt == CaseMemory.NEVER) {
            memory.reopenedAt = now;
        }
        publish(
                DecisionType.REOPENED,
                ground,
                outstandingUnits(),
                claim.outstanding().net(),
                Map.of());
        memory.resolution = new PublishedResolution(
                DecisionType.REOPENED, ground, claim.outstanding().net());
        return true;
    }

    private void withdraw(Contention contention) {
        PublishedDispute open = memory.dispute;
        if (open != null && contention.isNothing()) {
            memory.dispute = null;
            publish(
                    DecisionType.WITHDRAWN,
                    Withdrawal.groundOf(returned, open, publication.received()),
                    open.lines().stream()
                            .map(line -> new DecisionLine(line.lineId(), line.quantity(), line.amount(), null))
                            .toList(),
                    open.amount(),
                    Map.of());
        }
    }

    private void resolve() {
        Ending ending = returned.ending();
        if (ending == null) {
            return;
        }
        PublishedResolution last = memory.resolution;
        boolean changed = last == null
                || !last.isResolved()
                || last.ground() != ending.ground()
                || (ending.ground() == Ground.SETTLED && last.amount() != ending.amount());
        if (changed) {
            publish(DecisionType.RESOLVED, ending.ground(), ending.lines(), ending.amount(), Map.of());
            memory.resolution = new PublishedResolution(DecisionType.RESOLVED, ending.ground(), ending.amount());
        }
    }

    private void open(boolean reopened) {
        long due = returned.deadline().due();
        DueDate last = memory.lastDue();
        if (!memory.isOpened()) {
            memory.openedAt = now;
            memory.openedSequence = memory.sequence + 1;
            publishDue(due);
            notice(DecisionType.RETURN_OPENED, Map.of());
        } else if (reopened || (returned.deadline().isKnown() && (last == null || last.due() != due))) {
            publishDue(due);
            notice(
                    DecisionType.DEADLINE_CHANGED,
                    last == null ? Map.of() : Map.of("previousDue", publication.time(returned, last.due())));
        }
        if (returned.policy() == null && !memory.noPolicyTold) {
            notice(DecisionType.NO_POLICY, Map.of());
            memory.noPolicyTold = true;
        }
    }

    private void publishDue(long due) {
        if (due != Terms.NEVER) {
            memory.publishDue(now, due);
        }
    }

    private void refusals() {
        for (Refusal refusal : claim.refusals()) {
            String eventId = refusal.moment().fact().eventId();
            if (refusal.isUnanswered()
                    && !refusal.effect().isEmpty()
                    && !memory.refusalsRecorded.containsKey(eventId)) {
                ReturnRefused refused = (ReturnRefused) refusal.moment().payload();
                publish(
                        DecisionType.REFUSAL_RECORDED,
                        null,
                        refusal.effect(),
                        sum(refusal.effect()),
                        Map.of("refusalGround", refused.ground().name()));
                memory.recordRefusal(eventId, now);
            }
        }
    }

    /** A case that has ended when it is first evaluated publishes that alone. */
    private void proposals(boolean endedUntold) {
        for (Moment moment : returned.events()) {
            if (moment.payload() instanceof SettlementProposed proposed
                    && !memory.proposalsTold.contains(moment.fact().eventId())
                    && !isAccepted(proposed)) {
                memory.tellProposal(moment.fact().eventId());
                if (endedUntold) {
                    continue;
                }
                publish(
                        DecisionType.SETTLEMENT_PROPOSED,
                        null,
                        outstandingUnits(),
                        proposed.amount(),
                        Map.of(
                                "proposalId",
                                proposed.proposalId(),
                                "by",
                                proposed.by().name()));
            }
        }
    }

    private boolean isAccepted(SettlementProposed proposed) {
        return returned.events().stream()
                .anyMatch(moment -> moment.payload() instanceof SettlementAccepted accepted
                        && accepted.reference().equals(proposed.proposalId())
                        && accepted.by() != proposed.by());
    }

    private void money() {
        long tolerance = claim.terms().tolerance();
        long shortage = returned.isOpen() ? claim.outstanding().shortage() : 0;
        if (shortage > tolerance && shortage != memory.creditShortTold) {
            publish(DecisionType.CREDIT_SHORT, null, List.of(), shortage, Map.of());
            memory.creditShortTold = shortage;
        }
        long over = Shares.plus(claim.overCredited(), ledger.creditedBeyondClaims(claim));
        if (over > tolerance && over != memory.overCreditedTold) {
            publish(DecisionType.OVER_CREDITED, null, List.of(), over, Map.of());
            memory.overCreditedTold = over;
        }
    }

    private void reminders(Contention contention) {
        Deadline deadline = returned.deadline();
        DueDate published = memory.lastDue();
        boolean undisputed = claim.outstanding().net() > contention.amount();
        if (published != null
                && undisputed
                && asOf <= deadline.due()
                && anyPassed(deadline.remindersBefore(deadline.due(), published.publishedAt()))) {
            notice(DecisionType.DEADLINE_APPROACHING, Map.of());
        }
        if (deadline.evidenceEnd() != Terms.NEVER
                && asOf <= deadline.evidenceEnd()
                && anyPassed(deadline.remindersBefore(deadline.evidenceEnd(), memory.openedAt))) {
            notice(
                    DecisionType.SHIPMENT_MISSING,
                    Map.of("evidenceEnd", publication.time(returned, deadline.evidenceEnd())));
        }
    }

    private boolean anyPassed(List<Long> reminders) {
        return reminders.stream().anyMatch(at -> at > judgedBefore && at <= asOf);
    }

    private void unproven(Contention contention) {
        long due = returned.deadline().due();
        boolean wouldDispute = !returned.deadline().proven()
                && Contention.ifProven(returned, asOf).amount() > contention.amount();
        if (!wouldDispute || memory.unprovenDue == due) {
            return;
        }
        if (complete) {
            notice(DecisionType.NOTICE_UNPROVEN, Map.of());
            memory.unprovenDue = due;
        } else {
            putOff = true;
        }
    }

    private void dispute(Contention contention) {
        PublishedDispute open = memory.dispute;
        if (contention.isNothing() || (open != null && contention.isSameAs(open))) {
            return;
        }
        DecisionType type = DecisionType.OPENED;
        if (open != null) {
            boolean reduced = contention.shrinksFrom(open) && !contention.growsBeyond(open);
            type = reduced ? DecisionType.REDUCED : DecisionType.REVISED;
        }
        memory.dispute = new PublishedDispute(
                open == null ? now : open.openedAt(),
                contention.lines(),
                contention.amount(),
                contention.ground(),
                contention.review());
        publish(type, contention.ground(), contention.lines(), contention.amount(), Map.of());
    }

    private void publish(
            DecisionType type,
            @Nullable Ground ground,
            List<DecisionLine> lines,
            long amount,
            Map<String, String> parameters) {
        PublishedDispute disputed = memory.dispute;
        Review review = disputed == null ? Review.STANDARD : disputed.review();
        publication.publish(returned, type, ground, lines, amount, review, parameters);
        DueDate last = memory.lastDue();
        long due = returned.deadline().due();
        // What would reopen a case moves its due date, and by the new one nothing may be owed: yet it was published.
        if (!returned.isOpen() && last != null && due > last.due()) {
            publishDue(due);
        }
    }

    private void notice(DecisionType type, Map<String, String> parameters) {
        publish(type, null, outstandingUnits(), claim.outstanding().net(), parameters);
    }

    private List<DecisionLine> outstandingUnits() {
        return claim.units(group -> !group.isRefusedForGood());
    }

    private static long sum(List<DecisionLine> lines) {
        return lines.stream().mapToLong(DecisionLine::amount).reduce(0, Shares::plus);
    }
}
