package dev.frist.schema;

/**
 * The headers of a record on {@link Contracts#DEAD_LETTERS}, beside those that the refused record came with. All values
 * are UTF-8 text; numbers are written in decimal. The names that begin with {@code __streams} are those of Kafka
 * Streams, so that tools for its dead letter queues read them.
 */
public final class DeadLetterHeaders {

    /** Why the record was refused: one word, such as {@code UNDECODABLE} or {@code ORPHANED}. */
    public static final String REASON = "reason";
    /** The record's eventId, where it could be read; of a rejected policy its {@code policyId@version}. */
    public static final String EVENT_ID = "eventId";
    /** Set where the value is too large to be published again: how large it is. It still lies where it was read from. */
    public static final String OMITTED = "omitted";
    /**
     * On a record that says of an earlier one of the topic that it was sent again: {@code partition-offset} of that one.
     * Such a record has no {@link #REASON}, and is passed over by whoever looks for refused records.
     */
    public static final String REDRIVEN = "redriven";
    /**
     * On a record that was sent again to the topic that it came from: {@code partition-offset} of the dead letter. If it
     * is refused once more, the new dead letter has this header.
     */
    public static final String REDRIVEN_FROM = "redriven-from";
    /** The topic that the record was read from. */
    public static final String TOPIC = "__streams.errors.topic";
    /** The partition that the record was read from. */
    public static final String PARTITION = "__streams.errors.partition";
    /** The record's offset in that partition. */
    public static final String OFFSET = "__streams.errors.offset";
    /** The class of the exception, or the reason's where no exception was thrown. */
    public static final String EXCEPTION = "__streams.errors.exception";
    /** What is wrong with the record, in English. */
    public static final String MESSAGE = "__streams.errors.message";

    private DeadLetterHeaders() {}
}
