package dev.frist.state;

import dev.frist.domain.order.CaseMemory;
import org.jspecify.annotations.Nullable;

/** Where a case that is not resolved stands. */
public enum CaseStatus {
    /** Its clock runs. */
    OPEN(0),
    /** No policy matches it: no clock runs, and it does not escalate. */
    NO_POLICY(1),
    /** A dispute stands open. */
    DISPUTED(2);

    private final int figure;

    CaseStatus(int figure) {
        this.figure = figure;
    }

    /** Under which number it is stored: never to be changed. */
    int figure() {
        return figure;
    }

    /** The status of a case; null for one that is resolved, or of which nothing was published. */
    static @Nullable CaseStatus of(CaseMemory memory) {
        boolean isResolved = memory.resolution() != null && memory.resolution().isResolved();
        if (memory.sequence() == 0 || isResolved) {
            return null;
        }
        if (memory.dispute() != null) {
            return DISPUTED;
        }
        return memory.pinned() == null ? NO_POLICY : OPEN;
    }
}
