package dev.frist.domain.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payloads of the topic {@code returns}; each speaks of one return. */
public sealed interface ReturnPayload extends Payload {

    /** The return spoken of, unique within its order. */
    String returnId();

    /** A return was registered: the claim that a case is about. */
    record ReturnRegistered(String returnId, ReturnKind kind, Party registeredBy, List<LineQuantity> lines)
            implements ReturnPayload {}

    /** The consumer handed the goods to a carrier. */
    record ReturnShipped(String returnId, String carrier, String trackingRef) implements ReturnPayload {}

    /** The merchant received goods, each line with the condition that was found. */
    record ReturnReceived(String returnId, List<ReceivedLine> lines) implements ReturnPayload {}

    /** The carrier lost the goods. */
    record ReturnLost(String returnId, String carrier) implements ReturnPayload {}

    /** The consumer withdrew the claim; {@code lines} null means all, and gives up missing money too. */
    record ReturnCancelled(
            String returnId, Party by, @Nullable List<LineQuantity> lines) implements ReturnPayload {}

    /** The merchant refused units of the claim; {@code lines} null means all. */
    record ReturnRefused(
            String returnId,
            Party by,
            @Nullable List<LineQuantity> lines,
            RefusalGround ground,
            String statement,
            List<String> evidenceRefs)
            implements ReturnPayload {}

    /** The consumer answered all refusals before it. */
    record RefusalAnswered(String returnId, Party by, Answer answer, String statement, List<String> evidenceRefs)
            implements ReturnPayload {}

    /** A party proposed to settle; {@code amount} is the whole credit to the consumer for the return, minor units. */
    record SettlementProposed(
            String returnId, String proposalId, Party by, long amount, boolean keepGoods, String terms)
            implements ReturnPayload {}

    /** A party accepted the other's proposal, or the consumer a correction, named by {@code reference}. */
    record SettlementAccepted(String returnId, Party by, String reference) implements ReturnPayload {}

    /** The deadline was extended to {@code until} (epoch millis). */
    record DeadlineExtended(String returnId, Party by, long until, String reason) implements ReturnPayload {}

    /** A notification service's receipt for the notice with the decision id {@code noticeId}; epoch millis. */
    record NoticeDelivered(String returnId, String noticeId, Audience audience, String channel, long deliveredAt)
            implements ReturnPayload {}
}
