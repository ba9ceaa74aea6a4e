package dev.frist.domain.verdict;

import dev.frist.domain.calendar.DeadlineCalendar;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.Terms;
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
        this.outsideWindow = !memory.isOpened() && isOutsideWindow(order, timeline);
        this.laterVersions = policy == null ? List.of() : policies.laterVersions(policy.ref(), subject);
        this.deadline = Deadline.of(this, laterVersions, false, now);
    }

    private final List<WindowPolicy> laterVersions;

    /** A withdrawal registered later than the return window after the latest delivery of its physical lines. */
    private boolean isOutsideWindow(OrderPlaced order, List<Moment> timeline) {
        if (registered.kind() != ReturnKind.WITHDRAWAL || policy == null) {
            return false;
        }
        long delivered = Long.MIN_VALUE;
        for (OrderLine line : order.lines()) {
            if (line.type() == LineType.PHYSICAL && claims(line.lineId())) {
                long lineDelivered = deliveredAt(line.lineId(), timeline);
                if (lineDelivered == Long.MIN_VALUE) {
                    return false;
                }
                delivered = Math.max(delivered, lineDelivered);
            }
        }
        return delivered != Long.MIN_VALUE
                && registration.fact().occurredAt()
                        > DeadlineCalendar.after(delivered, policy.returnWindow(), policy.calendar());
    }

    private boolean claims(String lineId) {
        return registered.lines().stream().anyMatch(line -> line.lineId().equals(lineId));
    }

    private static long deliveredAt(String lineId, List<Moment> timeline) {
        long latest = Long.MIN_VALUE;
        for (Moment moment : timeline) {
            if (moment.payload() instanceof OrderDelivered delivered
                    && (delivered.lines() == null
                            || delivered.lines().stream()
                                    .anyMatch(line -> line.lineId().equals(lineId)))) {
                latest = Math.max(latest, delivered.deliveredAt());
            }
        }
        return latest;
    }

    /** The first reopening gives the case the minimum notice again. */
    void reopen(long now) {
        deadline = Deadline.of(this, laterVersions, true, now);
    }

    /** What policy, deadline and publication mean for the case's units and money. */
    Terms terms(long now) {
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
                outsideWindow,
                deadline.evidenceEnd(),
                deadline.due(),
                deadline.grace(),
                mine.uncontestedRefusal() == UncontestedRefusal.STANDS,
                refusal -> standsAt(refusal, mine, now));
    }

    private long standsAt(Fact refusal, WindowPolicy mine, long now) {
        if (!deadline.isKnown()) {
            return Terms.NEVER;
        }
        long recorded = memory.refusalsRecorded.getOrDefault(refusal.eventId(), now);
        return Math.max(deadline.due(), DeadlineCalendar.after(recorded, mine.minimumNotice(), mine.calendar()));
    }

    /** Sets what the ledger found, and how the case ends by it, if it does. */
    void judge(Claim found, long asOf) {
        claim = found;
        ending = Ending.of(this, asOf);
    }

    /** Whether the case has ended, and what would reopen it came only after its evidence window: the clock is to say. */
    boolean waitsForEvidenceEnd(long now) {
        return memory.isResolved() && isOpen() && deadline.evidenceEnd() <= now;
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
