package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.order.PublishedResolution;
import dev.frist.domain.policy.UncontestedRefusal;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Confluence: any order of arrival of the same events, all arriving before the first deadline, gives the same final
 * decisions standing, amounts and invoice. Only when {@code REFUSAL_RECORDED} went out may matter where refusals stand
 * (section 2): orders in which others went out are not compared then.
 */
final class ConfluenceProperty implements Property {

    private static final int ORDERS = 3;
    private static final String PROBE = "PROBE";

    @Override
    public String name() {
        return "any order of arrival before the first deadline gives the same decisions standing, amounts and invoice";
    }

    @Override
    public Scenario history(long seed) {
        Scenario history = Histories.earlyHistory(seed);
        return with(
                history,
                history.events().stream().map(ConfluenceProperty::withProbe).toList());
    }

    /** What stands at the end, and the refusals that were told of and may stand. */
    private record End(Map<String, String> standing, Set<String> refusals) {

        boolean contradicts(End other) {
            return refusals.equals(other.refusals) && !standing.equals(other.standing);
        }
    }

    @Override
    public String violation(Scenario history) {
        End end = end(history);
        for (Scenario other : otherOrders(history)) {
            End otherwise = end(other);
            if (end.contradicts(otherwise)) {
                return "in one order " + end.standing + ", in another " + otherwise.standing;
            }
        }
        return null;
    }

    @Override
    public List<Scenario> shown(Scenario history) {
        End end = end(history);
        List<Scenario> shown = new ArrayList<>(List.of(probed(history)));
        otherOrders(history).stream()
                .filter(other -> end.contradicts(end(other)))
                .findFirst()
                .ifPresent(other -> shown.add(probed(other)));
        return shown;
    }

    private static List<Scenario> otherOrders(Scenario history) {
        List<Scenario> others = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            Randomness random = new Randomness(i);
            List<ScenarioEvent> events = history.events().stream()
                    .map(event -> arriving(
                            event,
                            random.between(
                                    Math.max(event.occurredAt(), Histories.START), Histories.START + Histories.EARLY)))
                    .sorted(Comparator.comparingLong(ScenarioEvent::at))
                    .toList();
            others.add(with(history, events));
        }
        return others;
    }

    /** What stands at the end, and the invoice that a return registered last is told. */
    private static End end(Scenario history) {
        Trace trace = Trace.of(probed(history));
        Map<String, String> standing = new TreeMap<>();
        trace.last().after().cases().forEach((returnId, memory) -> standing.put(returnId, standing(memory)));
        standing.values().removeIf("no dispute"::equals);
        trace.decisions().stream()
                .filter(decision -> PROBE.equals(decision.returnId()))
                .map(Decision::invoice)
                .findFirst()
                .ifPresent(invoice -> standing.put("invoice", invoice.toString()));
        boolean mayStand = history.policies().stream()
                .anyMatch(written -> written.policy().uncontestedRefusal() == UncontestedRefusal.STANDS);
        return new End(standing, mayStand ? refusals(trace) : Set.of());
    }

    private static Set<String> refusals(Trace trace) {
        return trace.last().after().cases().values().stream()
                .flatMap(memory -> memory.refusalsRecorded().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static String standing(CaseMemory memory) {
        PublishedDispute dispute = memory.dispute();
        PublishedResolution resolution = memory.resolution();
        String disputed = dispute == null
                ? "no dispute"
                : "disputed " + dispute.ground() + " " + dispute.review() + " " + dispute.amount() + " "
                        + dispute.lines().stream()
                                .sorted(Comparator.comparing(DecisionLine::lineId))
                                .toList();
        // A return whose excess claim was never opened publishes nothing, where one that was opened is resolved.
        boolean resolved =
                resolution != null && resolution.isResolved() && resolution.ground() != Ground.CLAIM_EXCEEDS_ORDER;
        return !resolved ? disputed : disputed + ", resolved " + resolution.ground() + agreed(resolution);
    }

    /** A resolution is published again only when its ground or its agreed amount changes. */
    private static String agreed(PublishedResolution resolution) {
        return resolution.ground() == Ground.SETTLED ? " " + resolution.amount() : "";
    }

    private static Scenario probed(Scenario history) {
        List<ScenarioEvent> events = new ArrayList<>(history.events());
        long at = history.until() - Histories.DAY;
        events.add(new ScenarioEvent(
                events.size() + 1,
                0,
                at,
                "probe",
                "O1",
                "O1",
                at,
                "scenario",
                null,
                new ReturnRegistered(PROBE, ReturnKind.FAULTY, Party.CONSUMER, List.of(new LineQuantity(PROBE, 1))),
                null));
        return with(history, events);
    }

    private static ScenarioEvent withProbe(ScenarioEvent event) {
        if (!(event.payload() instanceof OrderPlaced placed)) {
            return event;
        }
        List<OrderLine> lines = new ArrayList<>(placed.lines());
        lines.add(new OrderLine(PROBE, PROBE, LineType.DIGITAL, 1, 1_234, 2500));
        Payload payload = new OrderPlaced(
                placed.merchantId(), placed.channel(), placed.market(), placed.currency(), placed.customerRef(), lines);
        return new ScenarioEvent(
                event.index(),
                event.line(),
                event.at(),
                event.eventId(),
                event.orderId(),
                event.key(),
                event.occurredAt(),
                event.source(),
                event.correlationId(),
                payload,
                event.raw());
    }

    private static ScenarioEvent arriving(ScenarioEvent event, long at) {
        return new ScenarioEvent(
                event.index(),
                event.line(),
                at,
                event.eventId(),
                event.orderId(),
                event.key(),
                event.occurredAt(),
                event.source(),
                event.correlationId(),
                event.payload(),
                event.raw());
    }

    private static Scenario with(Scenario history, List<ScenarioEvent> events) {
        return new Scenario(
                history.name(), history.policies(), history.outage(), events, history.until(), history.expected());
    }
}
