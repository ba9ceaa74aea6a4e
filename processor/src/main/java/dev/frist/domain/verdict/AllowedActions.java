package dev.frist.domain.verdict;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Credit;
import dev.frist.domain.ledger.OrderLedger;
import dev.frist.domain.ledger.Settlement;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.policy.Anchor;
import dev.frist.domain.policy.WindowPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payloads that would change the verdict on a return if a party sent one at: what the verdict table publishes for
 * it, at once or later by the clock alone, and its due date. Read off the ledger wherever that can tell; only what can
 * not be told so is tried by folding the facts once more.
 */
final class AllowedActions {

    private final Case returned;
    private final Claim claim;
    private final OrderLedger ledger;
    private final WhatIf whatIf;
    private final long at;
    private final boolean settled;
    private final @Nullable Ground end;

    private AllowedActions(Case returned, OrderLedger ledger, WhatIf whatIf, long at) {
        this.returned = returned;
        this.claim = returned.claim();
        this.ledger = ledger;
        this.whatIf = whatIf;
        this.at = at;
        this.settled = claim.settlement() != null;
        Ending ending = returned.ending();
        this.end = ending == null ? null : ending.ground();
    }

    /**
     * What can still be done about a return.
     *
     * @param at the first instant at which a party could act on it, epoch millis
     */
    static List<String> of(Case returned, OrderLedger ledger, WhatIf whatIf, long at) {
        return new AllowedActions(returned, ledger, whatIf, at).names();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (returned.erasure() != null) {
            return List.of();
        }
        if (claim.isVoid()) {
            add(names, whatIf.changesByDelivery(returned), "OrderDelivered");
            add(names, !ledger.linesToClaim(at).isEmpty(), "ReturnRegistered");
            return List.copyOf(names);
        }
        boolean sendable = isSendable();
        boolean hasUnits = claim.hasUnitsToTake(at);
        boolean isOpen = returned.isOpen() && claim.isOpen(at);
        boolean takesUnits = isOpen && hasUnits;
        add(names, mayBeDelivered(), "OrderDelivered");
        add(names, takesUnits && mayBeTakenOffTheOrder(), "OrderCancelled");
        add(names, mayMeetAnotherReturn(), "ReturnRegistered");
        add(names, sendable, "ReturnShipped");
        add(names, sendable || mayBeFoundWanting(), "ReturnReceived");
        add(names, sendable, "ReturnLost");
        add(
                names,
                returned.isOpen() && (hasUnits || (isOpen && claim.outstanding().shortage() > 0)),
                "ReturnCancelled");
        add(names, takesUnits && mayBeRefused(), "ReturnRefused");
        add(names, isOpen && claim.hasRefusalToAnswer(at), "RefusalAnswered");
        names.add("SettlementProposed");
        add(names, mayBeAccepted(), "SettlementAccepted");
        add(names, mayBeExtended(), "DeadlineExtended");
        add(names, mayBeProven(), "NoticeDelivered");
        add(names, mayBeCredited(), "CreditNoteIssued");
        add(names, mayBeReversed(), "CorrectionReversed");
        return List.copyOf(names);
    }

    private static void add(List<String> names, boolean allowed, String name) {
        if (allowed) {
            names.add(name);
        }
    }

    private boolean mayBeDelivered() {
        return end == Ground.OUTSIDE_WINDOW || whatIf.changesByDelivery(returned);
    }

    private boolean mayBeTakenOffTheOrder() {
        return Outlook.isSpokenOf(returned, whatIf.asOf())
                || whatIf.changes(returned, new OrderCancelled(Party.MERCHANT, null));
    }

    /** A refusal is told, unless it was accepted before it was made; then it must end the case to be heard of. */
    private boolean mayBeRefused() {
        boolean accepted = claim.refusals().isEmpty()
                && returned.events().stream()
                        .anyMatch(moment -> moment.payload() instanceof RefusalAnswered answered
                                && answered.answer() == Answer.ACCEPTED);
        return !accepted
                || Outlook.isSpokenOf(returned, whatIf.asOf())
                || claim.outstanding().shortage() == 0;
    }

    /** Credit that waits is taken up by a later return, or tried again when one comes. */
    private boolean mayMeetAnotherReturn() {
        return !settled
                && ledger.hasWaitingCredit()
                && ledger.linesToClaim(at).stream().anyMatch(lineId -> whatIf.changesByReturnOf(lineId, returned));
    }

    /** Goods sent, received or lost let the handling window begin, and undo that they were not sent. */
    private boolean isSendable() {
        WindowPolicy policy = returned.policy();
        return policy != null
                && policy.anchor() == Anchor.SHIPPED
                && returned.registered().kind() != ReturnKind.NOT_RECEIVED
                && returned.deadline().anchor() == Terms.NEVER
                && (returned.isOpen() || end == Ground.NOT_SENT || whatIf.changesIfSent(returned));
    }

    /** A finding gives a line that is or will be disputed another ground, unless it was refused or has one. */
    private boolean mayBeFoundWanting() {
        if (!returned.isOpen()
                || !returned.deadline().isKnown()
                || !returned.deadline().proven()) {
            return false;
        }
        for (DecisionLine line : Contention.of(claim, true).lines()) {
            if (line.ground() != Ground.MERCHANT_REFUSED && line.ground() != Ground.GOODS_CONTESTED) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeAccepted() {
        Settlement settlement = claim.settlement();
        boolean offered = returned.events().stream()
                .anyMatch(moment -> moment.payload() instanceof SettlementProposed proposed
                        && (settlement == null || settlement.amount() != proposed.amount()));
        return offered || ledger.credits().stream().anyMatch(this::mayBeAccepted);
    }

    private boolean mayBeAccepted(Credit credit) {
        if (credit.named() != null && !credit.named().equals(returned.returnId())) {
            return false;
        }
        return (credit.inForce() && !settled)
                || whatIf.changes(
                        returned,
                        new SettlementAccepted(
                                returned.returnId(),
                                Party.CONSUMER,
                                credit.note().correctionId()));
    }

    private boolean mayBeExtended() {
        return (returned.isOpen() || end == Ground.REFUSAL_STANDS)
                && returned.deadline().isKnown()
                && at <= returned.deadline().due();
    }

    /** A receipt lets what is outstanding be disputed, and gives the minimum notice from when the merchant had it. */
    private boolean mayBeProven() {
        Deadline deadline = returned.deadline();
        if (!deadline.isKnown() || deadline.proven()) {
            return false;
        }
        boolean moves = returned.deadlineIfTold(at).due() > deadline.due();
        return returned.isOpen()
                ? moves
                        || Contention.of(claim, true).amount()
                                > Contention.of(claim, false).amount()
                : moves && end == Ground.REFUSAL_STANDS;
    }

    private boolean mayBeCredited() {
        if (returned.isOpen()) {
            return true;
        }
        boolean owedNothing = end == Ground.OUTSIDE_WINDOW
                || end == Ground.NOT_SENT
                || end == Ground.REFUSAL_ACCEPTED
                || end == Ground.REFUSAL_STANDS;
        return owedNothing
                && (!claim.units(group -> true).isEmpty() || claim.outstanding().shortage() > 0);
    }

    private boolean mayBeReversed() {
        if (settled) {
            return false;
        }
        List<Credit> inForce = ledger.credits().stream().filter(Credit::inForce).toList();
        return inForce.stream()
                .anyMatch(credit -> whatIf.changes(
                        returned,
                        new CorrectionReversed("what-if", credit.note().correctionId())));
    }
}
