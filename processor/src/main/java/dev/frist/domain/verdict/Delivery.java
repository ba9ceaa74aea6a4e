package dev.frist.domain.verdict;

import dev.frist.domain.calendar.DeadlineCalendar;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.policy.WindowPolicy;
import java.util.List;

/**
 * When the goods of a return were delivered, which says whether it was registered within the return window. It matters
 * for withdrawals only, and is unknown while one of the return's physical lines has no delivery.
 *
 * @param registeredAt epoch millis
 * @param latest the latest delivery known of its physical lines, epoch millis; {@link Long#MIN_VALUE} for none
 * @param isKnown whether each physical line has one
 * @param matters whether it is a withdrawal with physical lines
 */
record Delivery(long registeredAt, long latest, boolean isKnown, boolean matters) {

    static Delivery of(Moment registration, OrderPlaced order, List<Moment> timeline) {
        ReturnRegistered registered = (ReturnRegistered) registration.payload();
        long latest = Long.MIN_VALUE;
        boolean known = true;
        boolean physical = false;
        if (registered.kind() == ReturnKind.WITHDRAWAL) {
            for (OrderLine line : order.lines()) {
                if (line.type() == LineType.PHYSICAL && claims(registered, line.lineId())) {
                    long delivered = latest(line.lineId(), timeline);
                    physical = true;
                    known &= delivered != Long.MIN_VALUE;
                    latest = Math.max(latest, delivered);
                }
            }
        }
        return new Delivery(registration.fact().occurredAt(), latest, known, physical);
    }

    private static boolean claims(ReturnRegistered registered, String lineId) {
        for (LineQuantity line : registered.lines()) {
            if (line.lineId().equals(lineId)) {
                return true;
            }
        }
        return false;
    }

    private static long latest(String lineId, List<Moment> timeline) {
        long latest = Long.MIN_VALUE;
        for (Moment moment : timeline) {
            if (moment.payload() instanceof OrderDelivered delivered && speaksOf(delivered, lineId)) {
                latest = Math.max(latest, delivered.deliveredAt());
            }
        }
        return latest;
    }

    private static boolean speaksOf(OrderDelivered delivered, String lineId) {
        return delivered.lines() == null
                || delivered.lines().stream().anyMatch(line -> line.lineId().equals(lineId));
    }

    /** Whether the return was registered later than the return window after its delivery. */
    boolean isOutside(WindowPolicy policy) {
        return isKnown && isLaterThanKnown(policy);
    }

    /** Whether a delivery that is not known yet may show that it was. */
    boolean mayBeOutside(WindowPolicy policy) {
        return !isKnown && (latest == Long.MIN_VALUE ? matters : isLaterThanKnown(policy));
    }

    private boolean isLaterThanKnown(WindowPolicy policy) {
        return matters && registeredAt > DeadlineCalendar.after(latest, policy.returnWindow(), policy.calendar());
    }
}
