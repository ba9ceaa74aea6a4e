package dev.frist.scenario;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run published.
 *
 * @param decisions everything on disputes, resolutions and notices
 * @param deadLetters every record that did not become a fact, or not wholly
 */
public record Published(List<Decision> decisions, List<Refused> deadLetters) {

    private static final Comparator<Decision> ORDER = Comparator.comparingLong(Decision::decidedAt)
            .thenComparingInt(Decision::sequence)
            .thenComparing(Decision::orderId)
            .thenComparing(Decision::returnId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Refused> REFUSED_ORDER =
            Comparator.comparingLong(Refused::time).thenComparingInt(Refused::index);

    /**
     * A dead letter.
     *
     * @param time when it was published, epoch millis
     * @param index the record's position in the file, 0 and below for policies
     * @param eventId the record's eventId, or {@code policyId@version}
     */
    public record Refused(long time, int index, String eventId, DeadLetterReason reason) {}

    /** Keeps both in the order in which they are compared. */
    public Published {
        decisions = decisions.stream().sorted(ORDER).toList();
        deadLetters = deadLetters.stream().sorted(REFUSED_ORDER).toList();
    }

    /** What went to a topic, as fields by their names in the contract. */
    public List<Map<String, @Nullable Object>> on(PublishedTopic topic) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        if (topic == PublishedTopic.DEAD_LETTERS) {
            deadLetters.forEach(letter -> records.add(DecisionFields.of(letter)));
        } else {
            decisions.stream()
                    .filter(decision -> PublishedTopic.of(decision.topic()) == topic)
                    .forEach(decision -> records.add(DecisionFields.of(decision)));
        }
        return records;
    }
}
