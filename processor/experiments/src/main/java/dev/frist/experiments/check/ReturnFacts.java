package dev.frist.experiments.check;

import dev.frist.domain.calendar.DeadlineCalendar;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnLost;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.Subject;
import dev.frist.domain.policy.WindowPolicy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a return that were known when a decision was made, read by themselves and not through the ledger: enough
 * to say before which instant no dispute may open.
 */
final class ReturnFacts {

    private final OrderPlaced order;
    private final Fact registration;
    private final ReturnRegistered registered;
    private final List<Fact> facts;

    private ReturnFacts(OrderPlaced order, Fact registration, List<Fact> facts) {
        this.order = order;
        this.registration = registration;
        this.registered = (ReturnRegistered) registration.payload();
        this.facts = facts;
    }

    /** What was known of a return when it was decided about it; null where nothing was, which others find. */
    static @Nullable ReturnFacts known(OrderTrace trace, String returnId, Decision decision) {
        Step step = trace.stepOf(decision);
        return step == null ? null : of(step.after().facts(), returnId);
    }

    private static @Nullable ReturnFacts of(List<Fact> all, String returnId) {
        OrderPlaced order = null;
        Fact registration = null;
        for (Fact fact : all) {
            if (fact.payload() instanceof OrderPlaced placed) {
                order = placed;
            } else if (fact.payload() instanceof ReturnRegistered it
                    && it.returnId().equals(returnId)) {
                registration = fact;
            }
        }
        if (order == null || registration == null) {
            return null;
        }
        return new ReturnFacts(
                order,
                registration,
                all.stream()
                        .filter(fact -> fact.payload() instanceof ReturnPayload said
                                && said.returnId().equals(returnId))
                        .toList());
    }

    Subject subject() {
        return new Subject(order.market(), order.merchantId(), order.channel().name(), registered.kind());
    }

    long registeredAt() {
        return registration.occurredAt();
    }

    /**
     * Whether all that a decision disputes beyond what was disputed before is units of refusals that the consumer has
     * contested.
     */
    boolean areContested(Decision dispute, @Nullable Decision standing) {
        boolean contested = facts.stream()
                .anyMatch(fact ->
                        fact.payload() instanceof RefusalAnswered answered && answered.answer() == Answer.CONTESTED);
        if (!contested) {
            return false;
        }
        for (DecisionLine line : dispute.lines()) {
            int before = standing == null
                    ? 0
                    : standing.lines().stream()
                            .filter(other -> other.lineId().equals(line.lineId()))
                            .mapToInt(DecisionLine::quantity)
                            .sum();
            boolean isNew = line.quantity() > before;
            if (isNew && (line.ground() != Ground.MERCHANT_REFUSED || line.quantity() > refused(line.lineId()))) {
                return false;
            }
        }
        return !dispute.lines().isEmpty();
    }

    /** How many units of a line the merchant's refusals speak of, at most. */
    private long refused(String lineId) {
        long units = 0;
        for (Fact fact : facts) {
            if (fact.payload() instanceof ReturnRefused refusal) {
                List<LineQuantity> lines = refusal.lines() == null ? registered.lines() : refusal.lines();
                units += lines.stream()
                        .filter(line -> line.lineId().equals(lineId))
                        .mapToLong(LineQuantity::quantity)
                        .sum();
            }
        }
        return units;
    }

    /** When the merchant had the notice that opened the return; null where nothing proves it. */
    @Nullable
    Long receiptOf(@Nullable Decision opening) {
        if (opening == null) {
            return null;
        }
        Long earliest = null;
        for (Fact fact : facts) {
            if (fact.payload() instanceof NoticeDelivered delivered
                    && delivered.audience() == Audience.MERCHANT
                    && delivered
                            .noticeId()
                            .equalsIgnoreCase(opening.decisionId().toString())) {
                earliest = earliest == null
                        ? (Long) delivered.deliveredAt()
                        : (Long) Math.min(earliest, delivered.deliveredAt());
            }
        }
        return earliest;
    }

    /**
     * A deadline that the true one is never earlier than: handling window and minimum notice, what was published before,
     * extensions that occurred by it, and the minimum notice after a first reopening.
     */
    long due(WindowPolicy policy, long toldAt, List<Published> earlier) {
        long due = DeadlineCalendar.after(toldAt, policy.minimumNotice(), policy.calendar());
        Long anchor = anchor(policy);
        if (anchor != null) {
            due = Math.max(due, DeadlineCalendar.after(anchor, policy.handlingWindow(), policy.calendar()));
        }
        for (Fact fact : facts) {
            if (fact.payload() instanceof DeadlineExtended extended
                    && Math.max(fact.occurredAt(), registeredAt()) <= due) {
                due = Math.max(due, extended.until());
            }
        }
        boolean reopened = false;
        for (Published each : earlier) {
            Decision decision = each.decision();
            boolean names =
                    decision.type() == DecisionType.RETURN_OPENED || decision.type() == DecisionType.DEADLINE_CHANGED;
            if (names && decision.deadline().due() != null) {
                due = Math.max(due, Objects.requireNonNull(decision.deadline().due()));
            }
            if (decision.type() == DecisionType.REOPENED && !reopened) {
                reopened = true;
                due = Math.max(
                        due, DeadlineCalendar.after(decision.decidedAt(), policy.minimumNotice(), policy.calendar()));
            }
        }
        return due;
    }

    private @Nullable Long anchor(WindowPolicy policy) {
        if (policy.anchor() != Anchor.SHIPPED || registered.kind() == ReturnKind.NOT_RECEIVED) {
            return registeredAt();
        }
        Long earliest = null;
        for (Fact fact : facts) {
            if (fact.payload() instanceof ReturnShipped
                    || fact.payload() instanceof ReturnReceived
                    || fact.payload() instanceof ReturnLost) {
                long at = Math.max(fact.occurredAt(), registeredAt());
                earliest = earliest == null ? (Long) at : (Long) Math.min(earliest, at);
            }
        }
        return earliest;
    }
}
