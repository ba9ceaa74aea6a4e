package dev.frist.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario expects.
 *
 * @param topics what each topic that is checked must hold, in order; a topic that is missing here is not checked
 */
public record Expectation(Map<PublishedTopic, List<Entry>> topics) {

    /** Nothing is checked. */
    public static final Expectation NONE = new Expectation(Map.of());

    /**
     * One expected record.
     *
     * @param line where it stands in the file; 0 where it was not read from one
     * @param fields only these are compared: text, {@link Long}, {@link Boolean}, {@link java.time.Instant}, lists,
     *     blocks as maps, and {@link LineValues}
     */
    public record Entry(int line, Map<String, @Nullable Object> fields) {}
}
