package dev.frist.domain.verdict;

import dev.frist.domain.calendar.DeadlineCalendar;
import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.ReturnLost;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a case: {@code max(anchor + handlingWindow, told + minimumNotice, extensions)}, only ever lengthened.
 * Times are epoch millis, {@link Terms#NEVER} where they are not known.
 *
 * @param policy the policy that the case is pinned to; without one no clock runs
 * @param anchor what the handling window counts from
 * @param told when a due date was first published, or with a receipt required when the merchant had the notice
 * @param proven whether the merchant is known to have been told, as far as the policy asks for proof
 * @param due the deadline
 * @param extensions the instants to which extensions that count have moved it
 * @param evidenceEnd when the evidence window ends, if goods must be sent and none were
 */
record Deadline(
        @Nullable WindowPolicy policy,
        long anchor,
        long told,
        boolean proven,
        long due,
        List<Long> extensions,
        long evidenceEnd) {

    private static final Deadline NONE =
            new Deadline(null, Terms.NEVER, Terms.NEVER, false, Terms.NEVER, List.of(), Terms.NEVER);

    /**
     * Computes the deadline of a case from its facts and from what was published.
     *
     * @param laterVersions the versions of the pinned policy that may lengthen open cases
     * @param reopening whether the case is reopened now for the first time, which gives it the minimum notice again
     * @param now epoch millis; when a due date is told that was not published yet
     */
    static Deadline of(Case returned, List<WindowPolicy> laterVersions, boolean reopening, long now) {
        WindowPolicy policy = returned.policy();
        boolean asksForReceipt = policy != null && policy.requireNoticeReceipt();
        return of(returned, laterVersions, asksForReceipt ? receiptAt(returned) : Terms.NEVER, reopening, now);
    }

    /** The same, if this is when the receipt says that the merchant had the notice. */
    static Deadline of(Case returned, List<WindowPolicy> laterVersions, long receipt, boolean reopening, long now) {
        WindowPolicy policy = returned.policy();
        if (policy == null) {
            return NONE;
        }
        long goodsAt = goodsAt(returned.events());
        boolean shipped =
                policy.anchor() == Anchor.SHIPPED && returned.registered().kind() != ReturnKind.NOT_RECEIVED;
        long anchor = shipped ? goodsAt : returned.registration().at();
        long evidenceEnd = shipped && goodsAt == Terms.NEVER
                ? DeadlineCalendar.after(returned.registration().at(), policy.evidenceWindow(), policy.calendar())
                : Terms.NEVER;
        List<DueDate> dues = returned.memory().dues;
        long published = dues.isEmpty() ? now : dues.get(0).publishedAt();
        long told = receipt == Terms.NEVER ? published : receipt;
        boolean proven = !policy.requireNoticeReceipt() || receipt != Terms.NEVER;
        if (anchor == Terms.NEVER) {
            return new Deadline(policy, anchor, Terms.NEVER, proven, Terms.NEVER, List.of(), evidenceEnd);
        }
        long due = longest(policy, laterVersions, anchor, told, by(policy, anchor, told));
        List<Long> extensions = new ArrayList<>();
        for (Moment moment : returned.events()) {
            if (moment.payload() instanceof DeadlineExtended extended
                    && moment.at() <= Math.max(due, publishedBy(dues, moment.at()))) {
                extensions.add(extended.until());
                due = Math.max(due, extended.until());
            }
        }
        for (DueDate earlier : dues) {
            due = Math.max(due, earlier.due());
        }
        if (reopening) {
            due = Math.max(due, DeadlineCalendar.after(now, policy.minimumNotice(), policy.calendar()));
        }
        due = Math.min(longest(policy, laterVersions, anchor, told, due), Terms.NEVER - 1);
        return new Deadline(policy, anchor, told, proven, due, List.copyOf(extensions), evidenceEnd);
    }

    private static long by(WindowPolicy policy, long anchor, long told) {
        return Math.max(
                DeadlineCalendar.after(anchor, policy.handlingWindow(), policy.calendar()),
                DeadlineCalendar.after(told, policy.minimumNotice(), policy.calendar()));
    }

    private static long longest(
            WindowPolicy pinned, List<WindowPolicy> laterVersions, long anchor, long told, long due) {
        long longest = due;
        boolean longer = !laterVersions.isEmpty();
        while (longer) {
            longer = false;
            for (WindowPolicy later : laterVersions) {
                if (later.effectiveFrom() <= DeadlineCalendar.plusExact(longest, pinned.grace(), pinned.calendar())) {
                    long byLater = by(later, anchor, told);
                    longer |= byLater > longest;
                    longest = Math.max(longest, byLater);
                }
            }
        }
        return longest;
    }

    /** When goods were first sent, received or lost, whenever that became known. */
    private static long goodsAt(List<Moment> events) {
        for (Moment moment : events) {
            if (moment.payload() instanceof ReturnShipped
                    || moment.payload() instanceof ReturnReceived
                    || moment.payload() instanceof ReturnLost) {
                return moment.at();
            }
        }
        return Terms.NEVER;
    }

    private static long receiptAt(Case returned) {
        if (returned.memory().openedSequence == 0) {
            return Terms.NEVER;
        }
        String noticeId = returned.decisionId(returned.memory().openedSequence).toString();
        long earliest = Terms.NEVER;
        for (Moment moment : returned.events()) {
            if (moment.payload() instanceof NoticeDelivered delivered
                    && delivered.audience() == Audience.MERCHANT
                    && delivered.noticeId().equalsIgnoreCase(noticeId)) {
                earliest = Math.min(earliest, delivered.deliveredAt());
            }
        }
        return earliest;
    }

    private static long publishedBy(List<DueDate> dues, long at) {
        long held = Long.MIN_VALUE;
        for (DueDate published : dues) {
            held = published.publishedAt() <= at ? Math.max(held, published.due()) : held;
        }
        return held;
    }

    /** Whether a due date is known. */
    boolean isKnown() {
        return due != Terms.NEVER;
    }

    /** When a dispute may open: the grace for transport after the deadline. */
    long firesAt() {
        return policy == null || !isKnown()
                ? Terms.NEVER
                : DeadlineCalendar.plusExact(due, policy.grace(), policy.calendar());
    }

    /** The grace in milliseconds. */
    long grace() {
        return policy == null ? 0 : DeadlineCalendar.plusExact(0, policy.grace(), policy.calendar());
    }

    /** The instants of the reminders before an end, dropping those at or before its publication and after the end. */
    List<Long> remindersBefore(long end, long publishedAt) {
        if (policy == null || end == Terms.NEVER) {
            return List.of();
        }
        List<Long> instants = new ArrayList<>();
        for (Window reminder : policy.reminders()) {
            long at = DeadlineCalendar.before(end, reminder, policy.calendar());
            if (at > publishedAt && at <= end) {
                instants.add(at);
            }
        }
        return instants;
    }

    /** The block that every decision carries; {@code published} says whether a due date went out yet. */
    DeadlineBlock block(boolean published) {
        boolean isTold = published && told != Terms.NEVER && proven;
        return new DeadlineBlock(
                anchor == Terms.NEVER ? null : anchor,
                isKnown() ? due : null,
                extensions,
                policy == null ? null : policy.ref().policyId(),
                policy == null ? null : policy.ref().version(),
                isTold ? told : null);
    }
}
