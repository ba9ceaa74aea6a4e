package dev.frist.domain.verdict;

import dev.frist.domain.calendar.DeadlineCalendar;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.Subject;
import dev.frist.domain.policy.UncontestedRefusal;
import dev.frist.domain.policy.WindowPolicy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One return under evaluation: its facts, its policy and deadline, what was published for it, and its claim. */
final class Case {

    private final String orderId;
    private final Moment registration;
    private final ReturnRegistered registered;
    private final List<Moment> events;
    private final MemoryDraft memory;
    private final @Nullable WindowPolicy policy;
    private final List<WindowPolicy> laterVersions;
    private final Delivery delivery;
    private final boolean outsideWindow;
    private final @Nullable Moment erasure;
    private Deadline deadline;
    private @Nullable Claim claim;
    private @Nullable Ending ending;

    /**
     * Takes up a return, and pins it to the policy that matches its registration, if it is pinned to none yet.
     *
     * @param events the facts of the return, its registration among them, in the order in which they are judged
     */
    Case(
            String orderId,
            OrderPlaced order,
            Moment registration,
            List<Moment> events,
            List<Moment> timeline,
            MemoryDraft memory,
            PolicyBook policies,
            long now) {
        this.orderId = orderId;
        this.registration = registration;
        this.registered = (ReturnRegistered) registration.payload();
        this.events = events;
        this.memory = memory;
        Subject subject =
                new Subject(order.market(), order.merchantId(), order.channel().name(), registered.kind());
        this.policy = memory.pinned == null
                ? policies.choose(subject, registration.fact().occurredAt())
                : policies.find(memory.pinned);
        if (memory.pinned == null && policy != null) {
            memory.pinned = policy.ref();
        }
        this.erasure = timeline.stream()
                .filter(moment -> moment.payload() instanceof OrderErased)
                .findFirst()
                .orElse(null);
        this.delivery = Delivery.of(registration, order, timeline);
        this.outsideWindow = !memory.isOpened() && policy != null && delivery.isOutside(policy);
        this.laterVersions = policy == null ? List.of() : policies.laterVersions(policy.ref(), subject);
        this.deadline = Deadline.of(this, laterVersions, false, now);
    }

    /** The first reopening gives the case the minimum notice again. */
    void reopen(long now) {
        deadline = Deadline.of(this, laterVersions, true, now);
    }

    /** What policy, deadline and publication mean for the case's units and money. */
    Terms terms(long now) {
        return terms(now, deadline, outsideWindow, deadline.evidenceEnd());
    }

    private Terms terms(long now, Deadline by, boolean outside, long notSentAt) {
        WindowPolicy mine = policy;
        boolean withdrawal = registered.kind() == ReturnKind.WITHDRAWAL;
        if (mine == null) {
            return new Terms(
                    0,
                    withdrawal ? Long.MAX_VALUE : 0,
                    false,
                    Terms.NEVER,
                    Terms.NEVER,
                    0,
                    false,
                    refusal -> Terms.NEVER);
        }
        return new Terms(
                mine.amountTolerance(),
                withdrawal ? mine.maxReturnFee() : 0,
                outside,
                notSentAt,
                by.due(),
                by.grace(),
                mine.uncontestedRefusal() == UncontestedRefusal.STANDS,
                refusal -> standsAt(refusal, mine, by, now));
    }

    /** The terms if the goods were delivered only now, or null where that would change nothing. */
    @Nullable
    Terms termsIfDeliveredNow(long now) {
        return outsideWindow ? terms(now, deadline, false, deadline.evidenceEnd()) : null;
    }

    /** The terms if a delivery that nobody knows of yet were long ago, or null where it would change nothing. */
    @Nullable
    Terms termsIfDeliveredLongAgo(long now) {
        boolean told = memory.isOpened() || isOpen();
        return !told && policy != null && delivery.mayBeOutside(policy)
                ? terms(now, deadline, true, deadline.evidenceEnd())
                : null;
    }

    /** The terms if the case were reopened at an instant. */
    Terms termsIfReopened(long at) {
        boolean first = memory.reopenedAt == CaseMemory.NEVER;
        return terms(at, Deadline.of(this, laterVersions, first, at), outsideWindow, deadline.evidenceEnd());
    }

    /** The terms if goods had been sent. */
    Terms termsIfSent(long now) {
        return terms(now, deadline, outsideWindow, Terms.NEVER);
    }

    private long standsAt(Fact refusal, WindowPolicy mine, Deadline by, long now) {
        if (!by.isKnown()) {
            return Terms.NEVER;
        }
        long recorded = memory.refusalsRecorded.getOrDefault(refusal.eventId(), now);
        return Math.max(by.due(), DeadlineCalendar.after(recorded, mine.minimumNotice(), mine.calendar()));
    }

    /** Sets what the ledger found, and how the case ends by it, if it does. */
    void judge(Claim found, long asOf) {
        claim = found;
        ending = Ending.of(this, found, asOf);
    }

    /** Whether the case has ended, and what would reopen it came only after its evidence window: the clock is to say. */
    boolean waitsForEvidenceEnd(long now) {
        if (deadline.evidenceEnd() > now) {
            return false;
        }
        Ending found = ending;
        if (found == null) {
            return memory.isResolved();
        }
        // Its units are worth nothing for as long as another case holds them that the clock has ended, too.
        boolean isWorthless = found.ground() == Ground.CREDITED && !claim().isCredited();
        return isWorthless || found.isOvertakenBy(deadline.evidenceEnd());
    }

    /** The deadline if the merchant were proven to have had the notice at an instant. */
    Deadline deadlineIfTold(long at) {
        return Deadline.of(this, laterVersions, at, false, at);
    }

    UUID decisionId(int sequence) {
        return DecisionIds.of(orderId, returnId(), sequence);
    }

    String returnId() {
        return registered.returnId();
    }

    Moment registration() {
        return registration;
    }

    ReturnRegistered registered() {
        return registered;
    }

    List<Moment> events() {
        return events;
    }

    MemoryDraft memory() {
        return memory;
    }

    @Nullable
    WindowPolicy policy() {
        return policy;
    }

    Deadline deadline() {
        return deadline;
    }

    Claim claim() {
        return Objects.requireNonNull(claim);
    }

    /** How the case ends, or null while it is open. */
    @Nullable
    Ending ending() {
        return ending;
    }

    /** What erases the order, or null where it stays. */
    @Nullable
    Moment erasure() {
        return erasure;
    }

    boolean isOpen() {
        return ending == null;
    }
}
