package dev.frist.deadletter;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant. What is empty or null restricts nothing.
 *
 * @param ids where they lie
 * @param reasons why they were refused
 * @param topic where the records were read from, with the prefix of the installation
 * @param eventIds of the refused records
 * @param from refused at or after, epoch millis
 * @param until refused before, epoch millis
 */
public record Selection(
        Set<DeadLetterId> ids,
        Set<String> reasons,
        @Nullable String topic,
        Set<String> eventIds,
        long from,
        long until) {

    /** All of them. */
    public static final Selection ALL =
            new Selection(Set.of(), Set.of(), null, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);

    /** Those that lie there. */
    public static Selection of(Set<DeadLetterId> ids) {
        return new Selection(ids, Set.of(), null, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether this one is meant. */
    public boolean includes(RefusedRecord refused) {
        return (ids.isEmpty() || ids.contains(refused.id()))
                && (reasons.isEmpty() || reasons.contains(refused.reason()))
                && (topic == null
                        || (refused.origin() != null
                                && topic.equals(refused.origin().topic())))
                && (eventIds.isEmpty() || (refused.eventId() != null && eventIds.contains(refused.eventId())))
                && from <= refused.refusedAt()
                && refused.refusedAt() < until;
    }
}
