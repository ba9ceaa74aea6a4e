package dev.frist.domain.order;

import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;

/**
 * The resolution last published for a case.
 *
 * @param type RESOLVED, or REOPENED
 * @param amount minor units
 * @param factsSeen how many facts the order had then; what came later is what changed it
 */
public record PublishedResolution(DecisionType type, Ground ground, long amount, int factsSeen) {

    /** Whether the case stands resolved. */
    public boolean isResolved() {
        return type == DecisionType.RESOLVED;
    }
}
