package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.ledger.Emptied;
import dev.frist.domain.order.PublishedDispute;
import org.jspecify.annotations.Nullable;

/** Why an open dispute is withdrawn: opened in error, if it should never have been; else settled, cancelled, or late. */
final class Withdrawal {

    private Withdrawal() {}

    static Ground groundOf(Case returned, PublishedDispute dispute) {
        Ending ending = returned.ending();
        if (ending == null) {
            return whileOpen(returned, dispute);
        }
        boolean noCase = ending.ground() == Ground.OUTSIDE_WINDOW
                || ending.ground() == Ground.NOT_SENT
                || ending.ground() == Ground.CLAIM_EXCEEDS_ORDER;
        if (noCase || beforeAll(ending.at(), returned, dispute)) {
            return Ground.OPENED_IN_ERROR;
        }
        return late(ending.ground());
    }

    /** The case goes on: its deadline was extended in time, or the disputed units are credited or cancelled. */
    private static Ground whileOpen(Case returned, PublishedDispute dispute) {
        boolean stillOutstanding = dispute.lines().isEmpty()
                ? returned.claim().outstanding().shortage() > 0
                : returned.claim().units(group -> !group.isRefusedForGood()).stream()
                        .anyMatch(line -> holds(dispute, line.lineId()));
        Emptied reduced = returned.claim().reduced();
        if (stillOutstanding || reduced == null || beforeAll(reduced.at(), returned, dispute)) {
            return Ground.OPENED_IN_ERROR;
        }
        return late(reduced.ground());
    }

    private static boolean holds(PublishedDispute dispute, String lineId) {
        for (DecisionLine line : dispute.lines()) {
            if (line.lineId().equals(lineId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something occurred in time and before the dispute was opened. */
    private static boolean beforeAll(long at, Case returned, PublishedDispute dispute) {
        return at <= returned.deadline().due() && at < dispute.openedAt();
    }

    private static Ground late(@Nullable Ground resolved) {
        return resolved == Ground.SETTLED || resolved == Ground.CANCELLED ? resolved : Ground.RESOLVED_LATE;
    }
}
