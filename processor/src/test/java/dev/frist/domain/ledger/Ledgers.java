package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.fact;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order whose facts follow one another by a second each, and what its ledger says of them. */
final class Ledgers {

    static final long SECOND = 1_000;

    /** Tolerance 100, a fee of up to 9900 may be kept; nothing ends by a window, and no refusal stands. */
    static final Terms TERMS = new Terms(100, 9_900, false, Terms.NEVER, Terms.NEVER, 0, false, refusal -> Terms.NEVER);

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Terms> terms = new HashMap<>();

    private Ledgers(OrderPlaced placed) {
        then(placed);
    }

    static Ledgers of(OrderPlaced placed) {
        return new Ledgers(placed);
    }

    /** The order is said to be e0, what follows e1, e2, … */
    Ledgers then(Payload payload) {
        if (payload instanceof ReturnRegistered registered) {
            terms.putIfAbsent(registered.returnId(), TERMS);
        }
        facts.add(fact("e" + facts.size(), at(facts.size()), payload));
        return this;
    }

    Ledgers under(String returnId, Terms of) {
        terms.put(returnId, of);
        return this;
    }

    /** When the event of that number occurred. */
    static long at(int event) {
        return START + event * SECOND;
    }

    OrderLedger fold() {
        return fold(at(facts.size()));
    }

    OrderLedger fold(long asOf) {
        OrderPlaced placed = (OrderPlaced) facts.get(0).payload();
        return OrderLedger.fold(
                Timeline.of(facts), placed, terms, moment -> ((CreditNoteIssued) moment.payload()).returnId(), asOf);
    }

    static Claim claim(OrderLedger ledger, String returnId) {
        return ledger.claims().stream()
                .filter(claim -> claim.returnId().equals(returnId))
                .findFirst()
                .orElseThrow();
    }

    /** The units that are neither credited nor cancelled, however they were refused. */
    static List<DecisionLine> left(Claim claim) {
        return claim.units(group -> true);
    }

    static DecisionLine priced(String lineId, int units, long value) {
        return new DecisionLine(lineId, units, value, null);
    }
}
