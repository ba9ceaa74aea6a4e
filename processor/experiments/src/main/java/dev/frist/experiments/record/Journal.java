package dev.frist.experiments.record;

import dev.frist.domain.fact.Position;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What producers were told: which records certainly lie in the topics, and since when at the latest. A record of an
 * aborted transaction does not belong here. Any thread may write.
 */
public final class Journal {

    private final Map<Position, Long> acknowledged = new ConcurrentHashMap<>();

    /**
     * Writes down that a record lies in its topic.
     *
     * @param at when its producer was told so, or that its transaction was committed; epoch millis
     */
    public void acknowledged(String topic, int partition, long offset, long at) {
        acknowledged.put(new Position(topic, partition, offset), at);
    }

    /** When the record at a position was acknowledged, epoch millis; {@link Input#NEVER} where it was not. */
    public long at(Position position) {
        return acknowledged.getOrDefault(position, Input.NEVER);
    }

    /** All that was written down. */
    public Map<Position, Long> all() {
        return Map.copyOf(acknowledged);
    }
}
