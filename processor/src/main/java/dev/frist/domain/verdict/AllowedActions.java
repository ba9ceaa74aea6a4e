package dev.frist.domain.verdict;

import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Refusal;
import dev.frist.domain.ledger.Settlement;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.WindowPolicy;
import java.util.ArrayList;
import java.util.List;

/** The payloads that would change a verdict: what the parties can still do. */
final class AllowedActions {

    private AllowedActions() {}

    /**
     * What can still be done about a return.
     *
     * @param now epoch millis
     * @param hasCredits whether a credit note is in force that touches the return
     */
    static List<String> of(Case returned, long now, boolean hasCredits) {
        List<String> actions = new ArrayList<>();
        Claim claim = returned.claim();
        if (claim.isVoid() || returned.erasure() != null) {
            return actions;
        }
        boolean settled = claim.settlement() != null;
        if (returned.isOpen()) {
            actions.add("CreditNoteIssued");
            actions.add("ReturnCancelled");
            openCase(returned, now, actions);
        } else if (!settled && !claim.units(group -> true).isEmpty()) {
            actions.add("CreditNoteIssued");
        }
        if (hasCredits && !settled) {
            actions.add("CorrectionReversed");
        }
        if (mayBeSent(returned)) {
            actions.add("ReturnShipped");
            actions.add("ReturnReceived");
            actions.add("ReturnLost");
        }
        actions.add("SettlementProposed");
        if (hasOpenOffer(returned) || (returned.isOpen() && hasCredits)) {
            actions.add("SettlementAccepted");
        }
        return List.copyOf(actions);
    }

    private static void openCase(Case returned, long now, List<String> actions) {
        Claim claim = returned.claim();
        if (!claim.units(group -> !group.isRefusedForGood()).isEmpty()) {
            actions.add("ReturnRefused");
        }
        for (Refusal refusal : claim.refusals()) {
            if (!refusal.isAccepted()
                    && now <= refusal.standsAt()
                    && !claim.units(group -> group.refusal() == refusal).isEmpty()) {
                actions.add("RefusalAnswered");
                break;
            }
        }
        if (returned.deadline().isKnown() && now <= returned.deadline().due()) {
            actions.add("DeadlineExtended");
        }
        if (returned.policy() != null && !returned.deadline().proven()) {
            actions.add("NoticeDelivered");
        }
    }

    private static boolean hasOpenOffer(Case returned) {
        Settlement settlement = returned.claim().settlement();
        return returned.events().stream()
                .anyMatch(moment -> moment.payload() instanceof SettlementProposed proposed
                        && (settlement == null || settlement.amount() != proposed.amount()));
    }

    private static boolean mayBeSent(Case returned) {
        WindowPolicy policy = returned.policy();
        return policy != null
                && policy.anchor() == Anchor.SHIPPED
                && returned.registered().kind() != ReturnKind.NOT_RECEIVED
                && returned.deadline().anchor() == Terms.NEVER
                && returned.claim().settlement() == null
                && !returned.claim().terms().outsideWindow();
    }
}
