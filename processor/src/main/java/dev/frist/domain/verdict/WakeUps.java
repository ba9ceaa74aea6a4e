package dev.frist.domain.verdict;

import dev.frist.domain.ledger.Refusal;
import dev.frist.domain.ledger.Shares;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.OrderState;

/** When an order wants to be woken next: the earliest instant at which the clock alone may change a verdict. */
final class WakeUps {

    private final long asOf;
    private final long now;
    private long next = OrderState.NO_WAKE_UP;

    WakeUps(long asOf, long now) {
        this.asOf = asOf;
        this.now = now;
    }

    /** Adds what a case waits for; {@code putOff} where a dispute waits for complete input, which is due at once. */
    void add(Case returned, boolean putOff) {
        if (putOff) {
            next = Math.min(next, now);
        }
        Deadline deadline = returned.deadline();
        for (Refusal refusal : returned.claim().refusals()) {
            // Also where nothing is owed any more: units that are worth nothing stand, and are held no longer.
            if (refusal.mayStand() && refusal.standsAt() != Terms.NEVER && concerns(refusal, returned)) {
                at(Shares.plus(refusal.standsAt(), deadline.grace()));
            }
        }
        if (!returned.isOpen()) {
            // A policy that became known late may have ended the evidence window before anybody could wait for it.
            if (deadline.evidenceEnd() <= now) {
                at(deadline.evidenceEnd());
            }
            return;
        }
        at(deadline.firesAt());
        DueDate published = returned.memory().lastDue();
        if (published != null) {
            deadline.remindersBefore(deadline.due(), published.publishedAt()).forEach(this::at);
        }
        at(deadline.evidenceEnd());
        deadline.remindersBefore(deadline.evidenceEnd(), returned.memory().openedAt)
                .forEach(this::at);
    }

    private static boolean concerns(Refusal refusal, Case returned) {
        return returned.isOpen()
                ? !refusal.effect().isEmpty()
                : returned.claim().hasUnitsUnder(refusal);
    }

    private void at(long instant) {
        if (instant != Terms.NEVER && instant > asOf) {
            next = Math.min(next, instant);
        }
    }

    long next() {
        return next;
    }
}
