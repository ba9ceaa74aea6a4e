package dev.frist.experiments.record;

/**
 * A record of an event topic, or of the policies.
 *
 * @param acknowledgedAt a moment (epoch millis) by which the record certainly lay in its topic, as its producer knows: the
 *     acknowledgement of the send, or of the transaction's commit; {@link #NEVER} where the producer was never told
 */
public record Input(TopicRecord record, long acknowledgedAt) {

    /** Nobody knows since when the record lies there. */
    public static final long NEVER = Long.MAX_VALUE;
}
