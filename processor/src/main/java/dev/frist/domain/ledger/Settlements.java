package dev.frist.domain.ledger;

import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the parties of an order agree on. A proposal is accepted by the other party; a correction by the consumer, and
 * then counts as naming the return. The last acceptance counts, and is not undone by a reversal.
 */
final class Settlements {

    private final Map<String, Moment> proposals = new HashMap<>();
    private final Map<String, String> acceptedCorrections = new HashMap<>();
    private final List<Moment> acceptances = new ArrayList<>();
    private final Map<Moment, Settlement> concluded = new HashMap<>();

    private Settlements() {}

    static Settlements of(Timeline timeline) {
        Settlements settlements = new Settlements();
        for (Moment moment : timeline.moments()) {
            if (moment.payload() instanceof SettlementAccepted accepted && accepted.by() == Party.CONSUMER) {
                settlements.acceptedCorrections.putIfAbsent(accepted.reference(), accepted.returnId());
            }
        }
        return settlements;
    }

    /** The return that a credit note counts as naming: the one it names, else the one on which it was accepted. */
    @Nullable
    String named(CreditNoteIssued note, @Nullable String named) {
        return named != null ? named : acceptedCorrections.get(note.correctionId());
    }

    /** Takes note of a proposal or an acceptance, and concludes what is complete now; true where anything was. */
    boolean conclude(Moment moment, Map<String, Claim> claims, List<Credit> credits) {
        if (moment.payload() instanceof SettlementProposed proposed) {
            proposals.put(proposed.proposalId(), moment);
        } else if (moment.payload() instanceof SettlementAccepted) {
            acceptances.add(moment);
        } else if (!(moment.payload() instanceof CreditNoteIssued)) {
            return false;
        }
        boolean any = false;
        for (Moment acceptance : acceptances) {
            SettlementAccepted accepted = (SettlementAccepted) acceptance.payload();
            Claim claim = claims.get(accepted.returnId());
            if (claim == null || claim.isVoid() || concluded.containsKey(acceptance)) {
                continue;
            }
            Long amount = agreedAmount(accepted, claim, credits);
            if (amount != null) {
                Settlement settlement = new Settlement(acceptance, moment.at(), amount);
                concluded.put(acceptance, settlement);
                claim.settlement = last(accepted.returnId());
                any = true;
            }
        }
        return any;
    }

    private @Nullable Settlement last(String returnId) {
        Settlement last = null;
        for (Moment acceptance : acceptances) {
            if (((SettlementAccepted) acceptance.payload()).returnId().equals(returnId)) {
                Settlement found = concluded.get(acceptance);
                last = found == null ? last : found;
            }
        }
        return last;
    }

    private @Nullable Long agreedAmount(SettlementAccepted accepted, Claim claim, List<Credit> credits) {
        Moment proposal = proposals.get(accepted.reference());
        if (proposal != null && proposal.payload() instanceof SettlementProposed proposed) {
            boolean othersOffer =
                    proposed.by() != accepted.by() && proposed.returnId().equals(accepted.returnId());
            return othersOffer ? proposed.amount() : null;
        }
        if (accepted.by() != Party.CONSUMER) {
            return null;
        }
        for (Credit credit : credits) {
            if (credit.inForce()
                    && credit.note().correctionId().equals(accepted.reference())
                    && Objects.equals(credit.named(), accepted.returnId())) {
                return Math.max(0, Shares.plus(claim.money, credit.unallocated()));
            }
        }
        return null;
    }
}
