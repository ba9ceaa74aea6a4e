package dev.frist.domain.decision;

/**
 * What a reason means to whoever sent the record, and what they should do about it.
 *
 * @param meaning one English sentence
 * @param remedy one or two English sentences
 * @param redrivable whether the same bytes may become a fact, once the cause is gone; else the sender must fix them
 */
public record DeadLetterAdvice(String meaning, String remedy, boolean redrivable) {

    /** The advice of a reason. */
    public static DeadLetterAdvice of(DeadLetterReason reason) {
        return switch (reason) {
            case UNDECODABLE ->
                new DeadLetterAdvice(
                        "The value cannot be read as the topic's contract: no schema id, an unknown one, a schema that is not"
                                + " compatible, or broken bytes.",
                        "Publish with Confluent's Avro serializer against the registry that the processor uses, then send the"
                                + " event again.",
                        true);
            case BAD_ID ->
                new DeadLetterAdvice(
                        "An id is empty, longer than 64 characters, or has others than A-Z a-z 0-9 . _ : and -; or a lineId stands"
                                + " twice in an order.",
                        "Send the event again with ids that keep to it, the same ones in all events of the order.",
                        false);
            case KEY_MISMATCH ->
                new DeadLetterAdvice(
                        "The record's key is not its orderId, so it lies in a partition that may not be the order's.",
                        "Set the key to the orderId, as plain UTF-8 text, and send the event again.",
                        false);
            case UNKNOWN_ENUM ->
                new DeadLetterAdvice(
                        "A word is none that this version of the contract knows; it is not guessed.",
                        "Use a word of the contract; if yours is newer than the processor, upgrade the processor first and"
                                + " redrive.",
                        true);
            case NEGATIVE_MONEY ->
                new DeadLetterAdvice(
                        "An amount or a fee is below zero.",
                        "Amounts are positive minor units; take a credit back with CorrectionReversed.",
                        false);
            case BAD_QUANTITY ->
                new DeadLetterAdvice(
                        "A quantity is zero or less, or there are no lines where some are needed.",
                        "Send the event again with at least one line and quantities of at least 1.",
                        false);
            case OCCURRED_IN_FUTURE ->
                new DeadLetterAdvice(
                        "occurredAt is further ahead of the record's timestamp than clock.skew allows.",
                        "Set the clock of the sender, and send what has happened, not what will. Once that time has come, the"
                                + " record can be redriven.",
                        true);
            case NOT_ENTITLED ->
                new DeadLetterAdvice(
                        "The party in `by` may not do this, such as a merchant who cancels the consumer's return.",
                        "Name the party that did it; if that is who did it, the event has no effect and need not be sent.",
                        false);
            case EVENT_ID_REUSED ->
                new DeadLetterAdvice(
                        "The eventId came before with another body; the first stands.",
                        "Give every event an id of its own, and keep it when the same event is sent again.",
                        false);
            case ID_REUSED ->
                new DeadLetterAdvice(
                        "The order, returnId, correctionId or proposalId was introduced before under another eventId; the first"
                                + " stands.",
                        "If it is the same event, keep its eventId; if it is another, give it an id of its own.",
                        false);
            case TOO_MANY_FACTS ->
                new DeadLetterAdvice(
                        "The order has facts.max facts already, or would grow beyond what a record can hold.",
                        "Look for a sender in a loop; an operator can raise facts.max and redrive.",
                        true);
            case WRONG_CURRENCY ->
                new DeadLetterAdvice(
                        "The currency is not that of the order.",
                        "Send the event again under its eventId, with amounts in the currency of the order.",
                        false);
            case UNKNOWN_LINE ->
                new DeadLetterAdvice(
                        "A line is none of the order's; the whole record is refused.",
                        "Send the event again under its eventId, with the lineIds of OrderPlaced.",
                        false);
            case ORPHANED ->
                new DeadLetterAdvice(
                        "What the record speaks of, the order or the return, did not come within orphan.hold.",
                        "Find out why that event is missing, send it, and redrive this one.",
                        true);
            case CLAIM_EXCEEDS_ORDER ->
                new DeadLetterAdvice(
                        "The return claims more units than the order and its other returns leave; what fits of it stands.",
                        "Register only units that are left; a fixed registration may come under the same eventId.",
                        false);
            case POLICY_REJECTED ->
                new DeadLetterAdvice(
                        "The guard rejected a policy version: it weakens what is in force without approval and reason, comes too"
                                + " late before it takes effect, rewrites a version, or is wrong in itself. What was in force"
                                + " stays.",
                        "Run `frist policy validate` with --config, which says what is wrong, and apply a new version.",
                        false);
            case UNPROCESSABLE ->
                new DeadLetterAdvice(
                        "Judging the record failed, which is a defect of the processor. None of the order's deadlines is judged"
                                + " until the record came again.",
                        "Report it with the log's stack trace; redrive once a version that judges it is running.",
                        true);
        };
    }
}
