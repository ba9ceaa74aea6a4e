package dev.frist.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines by lineId. Other than a block, which may leave fields unnamed, expected lines name every line there may be.
 *
 * @param byLineId the fields of each line, in the order of the file or of the decision
 */
public record LineValues(Map<String, Map<String, @Nullable Object>> byLineId) {

    /** Keeps the order of the lines. */
    public LineValues {
        byLineId = new LinkedHashMap<>(byLineId);
    }
}
