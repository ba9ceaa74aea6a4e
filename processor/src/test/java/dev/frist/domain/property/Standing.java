package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import java.util.LinkedHashMap;
import java.util.Map;

/** The disputes that stand open, by return, as decisions are published one after the other. */
final class Standing {

    private final Map<String, Decision> disputes = new LinkedHashMap<>();

    void publish(Decision decision) {
        if (decision.topic() == OutputTopic.DISPUTES) {
            if (decision.type() == DecisionType.WITHDRAWN) {
                disputes.remove(decision.returnId());
            } else {
                disputes.put(decision.returnId(), decision);
            }
        }
    }

    /** Units of a line that are disputed, over all returns. */
    long units(String lineId) {
        return disputes.values().stream()
                .flatMap(dispute -> dispute.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToLong(line -> line.quantity())
                .sum();
    }

    /** Whether a decision opens a dispute, or lets one stand with another content. */
    static boolean disputes(Decision decision) {
        return decision.topic() == OutputTopic.DISPUTES && decision.type() != DecisionType.WITHDRAWN;
    }
}
