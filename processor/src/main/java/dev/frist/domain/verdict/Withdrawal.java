package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.ledger.Emptied;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.PublishedDispute;
import org.jspecify.annotations.Nullable;

/** Why an open dispute is withdrawn: opened in error, if it should never have been; else settled, cancelled, or late. */
final class Withdrawal {

    private Withdrawal() {}

    /** The ground, where {@code received} is the fact that led to the evaluation. */
    static Ground groundOf(Case returned, PublishedDispute dispute, @Nullable Fact received) {
        if (returned.erasure() != null) {
            return Ground.ERASED;
        }
        Ending ending = returned.ending();
        if (ending == null) {
            return whileOpen(returned, dispute, received);
        }
        if (Ending.isNoCase(ending.ground()) || beforeAll(ending.at(), returned, dispute)) {
            return Ground.OPENED_IN_ERROR;
        }
        return late(ending.ground());
    }

    /** The case goes on: its deadline moved, a refusal made in time waits, or nothing disputed is outstanding. */
    private static Ground whileOpen(Case returned, PublishedDispute dispute, @Nullable Fact received) {
        DueDate published = returned.memory().lastDue();
        boolean moved =
                published != null && published.due() != returned.deadline().due();
        boolean refusedInTime = received != null && received.payload() instanceof ReturnRefused;
        Emptied reduced = returned.claim()
                .reduced(dispute.lines().stream().map(DecisionLine::lineId).toList());
        if (moved || refusedInTime || reduced == null || beforeAll(reduced.at(), returned, dispute)) {
            return Ground.OPENED_IN_ERROR;
        }
        return late(reduced.ground());
    }

    /** Whether something occurred in time and before the dispute was opened. */
    private static boolean beforeAll(long at, Case returned, PublishedDispute dispute) {
        return at <= returned.deadline().due() && at < dispute.openedAt();
    }

    private static Ground late(@Nullable Ground resolved) {
        return resolved == Ground.SETTLED || resolved == Ground.CANCELLED ? resolved : Ground.RESOLVED_LATE;
    }
}
