package dev.frist.domain.verdict;

import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.ledger.Claim;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.OrderLedger;
import dev.frist.domain.ledger.Terms;
import dev.frist.domain.ledger.Timeline;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the verdict on a return would be another if something more had occurred: the same fold with one more fact.
 * Policies and what was told stay as they are.
 *
 * @param terms the terms of every registered return, by returnId
 * @param cases every return of the order
 * @param asOf the instant at which windows and standing refusals are judged, epoch millis
 * @param at when what is tried would occur, epoch millis
 */
record WhatIf(
        Timeline timeline,
        OrderPlaced order,
        Map<String, Terms> terms,
        Collection<Case> cases,
        Function<Moment, @Nullable String> namedBy,
        long asOf,
        long at) {

    /** No id that a record may have. */
    private static final String HYPOTHETICAL = "";

    /** Whether the verdict on the return would be another if a unit of that line were registered as a new return. */
    boolean changesByReturnOf(String lineId, Case returned) {
        ReturnRegistered registered = new ReturnRegistered(
                HYPOTHETICAL, ReturnKind.FAULTY, Party.CONSUMER, List.of(new LineQuantity(lineId, 1)));
        Map<String, Terms> more = new HashMap<>(terms);
        more.put(
                HYPOTHETICAL,
                new Terms(
                        returned.claim().terms().tolerance(),
                        0,
                        false,
                        Terms.NEVER,
                        Terms.NEVER,
                        0,
                        false,
                        refusal -> Terms.NEVER));
        return changes(returned, with(registered), more);
    }

    /** Whether the verdict on the return would be another if a party sent this. */
    boolean changes(Case returned, Payload sent) {
        return changes(returned, with(sent), terms);
    }

    private Timeline with(Payload sent) {
        List<Moment> moments = timeline.moments();
        long last = Math.max(at, moments.get(moments.size() - 1).at());
        Fact fact = new Fact(HYPOTHETICAL, last, sent, new Position("", 0, 0), last, null);
        return timeline.with(new Moment(fact, last));
    }

    /** Whether the verdict on the return would be another if goods had been sent before its evidence window ended. */
    boolean changesIfSent(Case returned) {
        Map<String, Terms> otherwise = new HashMap<>(terms);
        otherwise.put(returned.returnId(), returned.termsIfSent(at));
        return changes(returned, timeline, otherwise);
    }

    /** Whether the verdict on the return would be another if a delivery became known, of now or of long ago. */
    boolean changesByDelivery(Case returned) {
        return changesByDelivery(returned, Case::termsIfDeliveredNow)
                || changesByDelivery(returned, Case::termsIfDeliveredLongAgo);
    }

    private boolean changesByDelivery(Case returned, BiFunction<Case, Long, @Nullable Terms> delivered) {
        Map<String, Terms> otherwise = new HashMap<>(terms);
        boolean any = false;
        for (Case other : cases) {
            Terms changed = delivered.apply(other, at);
            if (changed != null) {
                otherwise.put(other.returnId(), changed);
                any = true;
            }
        }
        return any && changes(returned, timeline, otherwise);
    }

    private boolean changes(Case returned, Timeline facts, Map<String, Terms> under) {
        Claim claim = claim(returned, facts, under);
        if (isOwedAgain(returned, claim)) {
            // Reopening moves the due date, and with it when a refusal stands: it may be that nothing is owed after
            // all.
            Map<String, Terms> reopened = new HashMap<>(under);
            reopened.put(returned.returnId(), returned.termsIfReopened(at));
            claim = claim(returned, facts, reopened);
        }
        return !Outlook.of(returned, claim, asOf).equals(Outlook.of(returned, returned.claim(), asOf));
    }

    private boolean isOwedAgain(Case returned, Claim claim) {
        Ending stands = returned.ending();
        if (stands == null) {
            return false;
        }
        Ending otherwise = Ending.of(returned, claim, asOf);
        return otherwise == null || otherwise.givesBackToRefusal(claim, stands.ground(), stands.amount());
    }

    private Claim claim(Case returned, Timeline facts, Map<String, Terms> under) {
        OrderLedger ledger = OrderLedger.fold(facts, order, under, namedBy, asOf);
        for (Claim claim : ledger.claims()) {
            if (claim.returnId().equals(returned.returnId())) {
                return claim;
            }
        }
        throw new IllegalStateException("the return is registered, so the ledger has its claim");
    }
}
