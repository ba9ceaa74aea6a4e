package dev.frist.demo;

import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens to one order with one return. A {@link Story} is told through it. Times are milliseconds
 * from the start of the traffic.
 */
final class OrderScript {

    static final String RETURN = "R1";
    static final String CURRENCY = "SEK";
    static final String MARKET = "SE";

    private final DemoPlan plan;
    private final Random random;
    private final String orderId;
    private final Merchant merchant;
    private final List<BasketLine> basket;
    private final List<LineQuantity> claim;
    private final long placed;
    private final long registered;
    private final List<TrafficEvent> events = new ArrayList<>();

    OrderScript(
            DemoPlan plan,
            Random random,
            String orderId,
            Merchant merchant,
            List<BasketLine> basket,
            List<LineQuantity> claim,
            long placed) {
        this.plan = plan;
        this.random = random;
        this.orderId = orderId;
        this.merchant = merchant;
        this.basket = List.copyOf(basket);
        this.claim = List.copyOf(claim);
        this.placed = placed;
        this.registered = placed + steps(2, 4);
    }

    /** When the order is placed. */
    long placed() {
        return placed;
    }

    /** When the return is registered. */
    long registered() {
        return registered;
    }

    /** When the merchant must have dealt with the return. */
    long deadline() {
        return plan.deadlineOf(registered);
    }

    /** A moment after the deadline at which a dispute has been opened. */
    long afterDispute() {
        return deadline() + plan.grace() + steps(2, 4);
    }

    /** A moment between two shares of the handling window, with time left for transport. */
    long within(double from, double to) {
        long window = plan.windowAt(registered);
        long drawn = registered + (long) (window * (from + random.nextDouble() * (to - from)));
        return Math.min(drawn, deadline() - plan.grace());
    }

    /** As long as a number of small steps takes, drawn between two numbers. */
    long steps(double from, double to) {
        return (long) (plan.unit() * (from + random.nextDouble() * (to - from)));
    }

    /** The units that the return claims. */
    List<LineQuantity> claim() {
        return claim;
    }

    /** What the claimed units cost, in minor units. */
    long claimed() {
        return worth(claim);
    }

    /** What units cost that are the first of their lines to be credited, in minor units. */
    long worth(List<LineQuantity> units) {
        return units.stream()
                .mapToLong(unit -> line(unit.lineId()).worth(unit.quantity()))
                .sum();
    }

    /** The claim less one unit of its first line. */
    List<LineQuantity> allButOne() {
        List<LineQuantity> rest = new ArrayList<>(claim);
        LineQuantity first = rest.remove(0);
        if (first.quantity() > 1) {
            rest.add(0, new LineQuantity(first.lineId(), first.quantity() - 1));
        }
        return rest;
    }

    /** One unit of the claim's first line. */
    List<LineQuantity> one() {
        return List.of(new LineQuantity(claim.get(0).lineId(), 1));
    }

    /** How many units the return claims. */
    int units() {
        return claim.stream().mapToInt(LineQuantity::quantity).sum();
    }

    /** The order is placed and delivered, both published when they happen. */
    void order() {
        orderArriving(placed);
    }

    /** The order is placed and delivered, but published only at {@code arrives}. */
    void orderArriving(long arrives) {
        add(arrives, placed, orderPlaced());
        long delivered = placed + plan.unit();
        add(Math.max(arrives, delivered), delivered, new OrderDelivered(delivered, null));
    }

    /** The return is registered. */
    void register(ReturnKind kind) {
        add(registered, registered, new ReturnRegistered(RETURN, kind, Party.CONSUMER, claim));
    }

    /** A credit note that names the return and its lines; the fee is kept of their worth. */
    void credit(long at, List<LineQuantity> units, long fee) {
        List<CreditLine> lines = units.stream()
                .map(unit -> new CreditLine(
                        unit.lineId(), unit.quantity(), line(unit.lineId()).worth(unit.quantity())))
                .toList();
        correct(at, lines, fee, worth(units) - fee);
    }

    /** A credit note that names the return and an amount, but no lines. */
    void creditAmount(long at, long amount) {
        correct(at, null, 0, amount);
    }

    /** Something happens and is published at once. */
    void happens(long at, Payload payload) {
        add(at, at, payload);
    }

    /** Everything that was written down. */
    List<TrafficEvent> events() {
        return List.copyOf(events);
    }

    private void correct(long at, @Nullable List<CreditLine> lines, long fee, long amount) {
        String correctionId = "K" + (events.size() + 1);
        happens(
                at,
                new CreditNoteIssued(
                        correctionId, "INV-" + orderId, RETURN, CURRENCY, lines, fee, amount, CorrectionReason.RETURN));
    }

    private OrderPlaced orderPlaced() {
        return new OrderPlaced(
                merchant.id(),
                merchant.channel(),
                MARKET,
                CURRENCY,
                "c-" + orderId,
                basket.stream().map(BasketLine::ordered).toList());
    }

    private BasketLine line(String lineId) {
        return basket.stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseThrow();
    }

    private void add(long arrives, long occurs, Payload payload) {
        events.add(new TrafficEvent(arrives, occurs, orderId + "-" + (events.size() + 1), orderId, payload));
    }
}
