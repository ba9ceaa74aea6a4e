package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Terms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a return as it stands, and as the clock alone will let it become: two claims with the same outlook are
 * decided alike.
 *
 * @param end the ground on which the case has ended, null while it is open
 * @param agreed what was agreed, minor units, where it ended by agreement; what is credited, where goods are waited for
 * @param disputed what is in dispute already
 * @param escalating what will be in dispute at the latest when deadline and grace have passed
 * @param outstanding the units that are outstanding, and {@code net} the amount, as far as anything will be said of them
 */
record Outlook(
        @Nullable Ground end,
        long agreed,
        Contention disputed,
        Contention escalating,
        List<DecisionLine> outstanding,
        long net) {

    /** Whether the clock will let something be said of what is outstanding: a reminder, a dispute, that it is unproven. */
    static boolean isSpokenOf(Case returned, long asOf) {
        return returned.policy() != null && (returned.deadline().proven() || !Contention.isDue(returned, asOf));
    }

    /** The outlook of a case at an instant, if this is its claim. */
    static Outlook of(Case returned, Claim claim, long asOf) {
        Ending ending = Ending.of(returned, claim, asOf);
        if (ending != null) {
            long agreed = ending.ground() == Ground.SETTLED ? ending.amount() : 0;
            return new Outlook(ending.ground(), agreed, Contention.NONE, Contention.NONE, List.of(), 0);
        }
        Deadline deadline = returned.deadline();
        boolean passed = Contention.isDue(returned, asOf);
        boolean escalates = deadline.isKnown() && deadline.proven();
        if (deadline.evidenceEnd() != Terms.NEVER) {
            return waitingForGoods(returned, claim, asOf);
        }
        boolean spoken = isSpokenOf(returned, asOf);
        return new Outlook(
                null,
                0,
                Contention.of(claim, passed && escalates),
                escalates ? Contention.of(claim, true) : Contention.NONE,
                spoken ? claim.units(group -> !group.isRefusedForGood()) : List.of(),
                spoken ? claim.outstanding().net() : 0);
    }

    /** Until goods are sent no deadline runs; the end of the evidence window says what is claimed and what was credited. */
    private static Outlook waitingForGoods(Case returned, Claim claim, long asOf) {
        Deadline deadline = returned.deadline();
        boolean reminded = deadline.remindersBefore(deadline.evidenceEnd(), returned.memory().openedAt).stream()
                .anyMatch(at -> at > asOf);
        return new Outlook(
                null,
                claim.money(),
                Contention.of(claim, false),
                Contention.NONE,
                claim.units(group -> true),
                reminded ? claim.outstanding().net() : 0);
    }
}
