package dev.frist.demo;

import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the published incident: when a return's window has passed, it compares the amount that was registered
 * with the amount that was credited, and disputes the whole invoice where less was credited. It knows no units, so a
 * correction that matches what really came back looks like a breach; and a window that is shortened reaches the returns
 * that are already open.
 *
 * <p>It is fair where it can be: it counts every credit on the invoice that has arrived by then, also one that came
 * before the return, and lets go of a return that was cancelled as a whole.
 */
final class NaiveRule {

    /**
     * A dispute that the rule would open. Amounts in minor units.
     *
     * @param at milliseconds from the start of the traffic
     * @param claimed what the units registered cost
     * @param credited what had been credited by then
     * @param paused what the consumer still owed then, all of it paused
     */
    record Dispute(String orderId, String returnId, long at, long claimed, long credited, long paused) {

        /** The return, in a form that names it among all. */
        String key() {
            return Tally.key(orderId, returnId);
        }
    }

    /** Which window a return has to be dealt with in. */
    @FunctionalInterface
    interface Windows {

        /** When the window of a return ends that was registered at that moment. */
        long end(long registered);
    }

    private final Windows windows;

    NaiveRule(Windows windows) {
        this.windows = windows;
    }

    /** The rule as it was in the incident: a shortened window counts for open returns too, from when it is in force. */
    static NaiveRule underShortenedWindow(DemoPlan plan) {
        return new NaiveRule(registered -> {
            long original = registered + plan.handlingWindow();
            return original <= plan.shortenAt()
                    ? original
                    : Math.max(plan.shortenAt(), registered + plan.shortenedWindow());
        });
    }

    /** The same comparison of amounts, at the deadline that each return was opened under. */
    static NaiveRule underPinnedWindow(DemoPlan plan) {
        return new NaiveRule(plan::deadlineOf);
    }

    /** Runs the rule. */
    List<Dispute> judge(List<TrafficEvent> events) {
        Map<String, List<TrafficEvent>> byOrder = new LinkedHashMap<>();
        events.forEach(event -> byOrder.computeIfAbsent(event.orderId(), key -> new ArrayList<>())
                .add(event));
        List<Dispute> disputes = new ArrayList<>();
        byOrder.values().forEach(order -> {
            TrafficEvent placed = first(order, OrderPlaced.class);
            TrafficEvent registered = first(order, ReturnRegistered.class);
            if (placed != null && registered != null) {
                Dispute dispute = judge(order, placed, registered);
                if (dispute.credited() < dispute.claimed() && !cancelled(order, dispute.at())) {
                    disputes.add(dispute);
                }
            }
        });
        return disputes;
    }

    private Dispute judge(List<TrafficEvent> order, TrafficEvent placed, TrafficEvent registered) {
        OrderPlaced bought = (OrderPlaced) placed.payload();
        ReturnRegistered claim = (ReturnRegistered) registered.payload();
        long at = Math.max(windows.end(registered.occurs()), placed.arrives());
        long claimed =
                claim.lines().stream().mapToLong(unit -> price(bought, unit)).sum();
        Map<String, Long> credits = new LinkedHashMap<>();
        for (TrafficEvent event : order) {
            if (event.arrives() <= at && event.payload() instanceof CreditNoteIssued note) {
                credits.put(note.correctionId(), note.amount());
            }
        }
        long credited = credits.values().stream().mapToLong(Long::longValue).sum();
        long captured = bought.lines().stream().mapToLong(OrderLine::amount).sum();
        return new Dispute(registered.orderId(), claim.returnId(), at, claimed, credited, captured - credited);
    }

    private static long price(OrderPlaced bought, LineQuantity unit) {
        return bought.lines().stream()
                .filter(line -> line.lineId().equals(unit.lineId()))
                .mapToLong(line -> line.amount() * unit.quantity() / line.quantity())
                .sum();
    }

    private static boolean cancelled(List<TrafficEvent> order, long by) {
        return order.stream()
                .anyMatch(event -> event.arrives() <= by
                        && event.payload() instanceof ReturnCancelled cancelled
                        && cancelled.lines() == null);
    }

    private static @Nullable TrafficEvent first(List<TrafficEvent> order, Class<?> payload) {
        return order.stream()
                .filter(event -> payload.isInstance(event.payload()))
                .findFirst()
                .orElse(null);
    }
}
