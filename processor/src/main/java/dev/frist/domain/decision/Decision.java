package dev.frist.domain.decision;

import dev.frist.domain.fact.Audience;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Frist publishes: the same block of fields on disputes, resolutions and notices.
 *
 * @param decisionId UUIDv5 of {@code orderId/returnId/sequence}, reproducible by a replay
 * @param returnId null where the decision concerns no return
 * @param sequence 1, 2, … per return over all output topics, without gaps
 * @param decidedAt epoch millis
 * @param amount minor units; the net of what the decision speaks of
 * @param allowedActions names of the payloads that would change this verdict
 */
public record Decision(
        OutputTopic topic,
        UUID decisionId,
        String orderId,
        @Nullable String returnId,
        int sequence,
        long decidedAt,
        DecisionType type,
        @Nullable Ground ground,
        List<DecisionLine> lines,
        long amount,
        String currency,
        DeadlineBlock deadline,
        InvoiceBlock invoice,
        Owner owner,
        List<Audience> audience,
        List<String> allowedActions,
        Review review,
        Explanation explanation,
        List<Evidence> evidence) {}
