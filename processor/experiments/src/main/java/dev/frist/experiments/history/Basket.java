package dev.frist.experiments.history;

import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was bought, and what of it goes back.
 *
 * @param claim units of the first return
 */
record Basket(List<OrderLine> lines, List<LineQuantity> claim) {

    static final String CURRENCY = "SEK";

    static Basket any(Dice dice) {
        List<OrderLine> lines = new ArrayList<>();
        List<LineQuantity> claim = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 1; i <= count; i++) {
            int quantity = dice.between(1, 3);
            long amount = dice.oneOf(9_900L, 49_900L, 99_800L, 100_003L, 33_333L);
            LineType type = dice.chance(90) ? LineType.PHYSICAL : LineType.DIGITAL;
            lines.add(new OrderLine("L" + i, "SKU-" + i, type, quantity, amount, 2500));
            if (claim.isEmpty() || dice.chance(40)) {
                claim.add(new LineQuantity("L" + i, dice.between(1, quantity)));
            }
        }
        return new Basket(List.copyOf(lines), List.copyOf(claim));
    }

    OrderPlaced placedBy(Buyer buyer, String orderId) {
        return new OrderPlaced(buyer.merchantId(), buyer.channel(), buyer.market(), CURRENCY, "c-" + orderId, lines);
    }

    /** Everything that was claimed, in units. */
    CreditNoteIssued credit(String correctionId, @Nullable String returnId) {
        return note(correctionId, returnId, credited(claim), CorrectionReason.RETURN);
    }

    /** One unit of the claim. */
    CreditNoteIssued partialCredit(String correctionId, @Nullable String returnId, CorrectionReason reason) {
        return note(correctionId, returnId, credited(one()), reason);
    }

    /** Everything that was claimed, as an amount. */
    CreditNoteIssued amountOnly(String correctionId, @Nullable String returnId) {
        long amount = credited(claim).stream().mapToLong(CreditLine::amount).sum();
        return new CreditNoteIssued(correctionId, null, returnId, CURRENCY, null, 0, amount, CorrectionReason.RETURN);
    }

    /** One unit of the claim's first line. */
    List<LineQuantity> one() {
        return List.of(new LineQuantity(claim.get(0).lineId(), 1));
    }

    boolean hasRest() {
        return !rest().isEmpty();
    }

    /** What was bought and not claimed. */
    List<LineQuantity> rest() {
        List<LineQuantity> rest = new ArrayList<>();
        for (OrderLine line : lines) {
            int claimed = claim.stream()
                    .filter(claimedLine -> claimedLine.lineId().equals(line.lineId()))
                    .mapToInt(LineQuantity::quantity)
                    .sum();
            if (claimed < line.quantity()) {
                rest.add(new LineQuantity(line.lineId(), line.quantity() - claimed));
            }
        }
        return rest;
    }

    private List<CreditLine> credited(List<LineQuantity> units) {
        List<CreditLine> credited = new ArrayList<>();
        for (LineQuantity unit : units) {
            for (OrderLine line : lines) {
                if (line.lineId().equals(unit.lineId())) {
                    credited.add(new CreditLine(
                            unit.lineId(), unit.quantity(), line.amount() * unit.quantity() / line.quantity()));
                }
            }
        }
        return credited;
    }

    private static CreditNoteIssued note(
            String correctionId, @Nullable String returnId, List<CreditLine> lines, CorrectionReason reason) {
        long amount = lines.stream().mapToLong(CreditLine::amount).sum();
        return new CreditNoteIssued(correctionId, "INV-1", returnId, CURRENCY, lines, 0, amount, reason);
    }
}
