package dev.frist.scenario;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.verdict.DecisionIds;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Gives the events of a scenario what only their arrival can: a position, and the id of the notice they speak of. */
final class ArrivedEvents {

    private static final int PARTITION = 0;

    private final Map<InputTopic, Long> nextOffset = new EnumMap<>(InputTopic.class);
    private final Map<Position, ScenarioEvent> byPosition = new HashMap<>();
    private final Map<String, UUID> openingNotices = new HashMap<>();

    /** Where the next event of its topic lies. */
    Position place(ScenarioEvent event) {
        long offset = nextOffset.merge(event.topic(), 1L, Long::sum) - 1;
        Position position = new Position(event.topic().topicName(), PARTITION, offset);
        byPosition.put(position, event);
        return position;
    }

    /** The event that lies there. */
    ScenarioEvent at(Position position) {
        return Objects.requireNonNull(byPosition.get(position), () -> "nothing lies at " + position);
    }

    /** The record that arrives, for an event that can be decoded. */
    Event arrive(ScenarioEvent event, Position position) {
        return new Event(
                event.key(),
                event.eventId(),
                event.orderId(),
                event.occurredAt(),
                payload(event),
                position,
                event.at(),
                event.eventId().getBytes(StandardCharsets.UTF_8));
    }

    /** The event's payload, with the opening notice named where it names none. */
    Payload payload(ScenarioEvent event) {
        Payload payload = Objects.requireNonNull(event.payload(), "an event that cannot be decoded has no payload");
        return payload instanceof NoticeDelivered receipt && receipt.noticeId().equals(ScenarioEvent.OPENING_NOTICE)
                ? new NoticeDelivered(
                        receipt.returnId(),
                        openingNotice(event.orderId(), receipt.returnId()).toString(),
                        receipt.audience(),
                        receipt.channel(),
                        receipt.deliveredAt())
                : payload;
    }

    /** Notes what was published, for the receipts to come. */
    void published(List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision.type() == DecisionType.RETURN_OPENED) {
                openingNotices.putIfAbsent(decision.orderId() + "/" + decision.returnId(), decision.decisionId());
            }
        }
    }

    /** A receipt that comes before its notice names the id that the first decision of the return will have. */
    private UUID openingNotice(String orderId, String returnId) {
        String name = orderId + "/" + returnId;
        UUID published = openingNotices.get(name);
        return published != null ? published : DecisionIds.of(orderId, returnId, 1);
    }
}
