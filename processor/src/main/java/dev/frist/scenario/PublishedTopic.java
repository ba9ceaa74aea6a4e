package dev.frist.scenario;

import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scenario can check, by the names that stand under {@code expect}. */
public enum PublishedTopic {
    DISPUTES("disputes"),
    RESOLUTIONS("resolutions"),
    NOTICES("notices"),
    DEAD_LETTERS("deadLetters");

    private final String fieldName;

    PublishedTopic(String fieldName) {
        this.fieldName = fieldName;
    }

    /** How a scenario file names it. */
    public String fieldName() {
        return fieldName;
    }

    /** The types of decision that it carries; none for dead letters. */
    public Set<DecisionType> types() {
        return switch (this) {
            case DISPUTES -> EnumSet.range(DecisionType.OPENED, DecisionType.WITHDRAWN);
            case RESOLUTIONS -> EnumSet.of(DecisionType.RESOLVED, DecisionType.REOPENED);
            case NOTICES -> EnumSet.range(DecisionType.RETURN_OPENED, DecisionType.NOTICE_UNPROVEN);
            case DEAD_LETTERS -> EnumSet.noneOf(DecisionType.class);
        };
    }

    /** The topic of that name in a scenario file, or null. */
    public static @Nullable PublishedTopic named(String fieldName) {
        for (PublishedTopic topic : values()) {
            if (topic.fieldName.equals(fieldName)) {
                return topic;
            }
        }
        return null;
    }

    /** The topic that carries what the domain publishes there. */
    public static PublishedTopic of(OutputTopic topic) {
        return switch (topic) {
            case DISPUTES -> DISPUTES;
            case RESOLUTIONS -> RESOLUTIONS;
            case NOTICES -> NOTICES;
        };
    }
}
