package dev.frist.domain.order;

import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;

/**
 * The resolution last published for a case.
 *
 * @param type RESOLVED, or REOPENED
 * @param amount minor units
 */
public record PublishedResolution(DecisionType type, Ground ground, long amount) {

    /** Whether the case stands resolved. */
    public boolean isResolved() {
        return type == DecisionType.RESOLVED;
    }
}
