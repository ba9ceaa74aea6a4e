package dev.frist.docs;

import static dev.frist.docs.CaseState.DISPUTED;
import static dev.frist.docs.CaseState.OPEN;
import static dev.frist.docs.CaseState.RESOLVED;
import static dev.frist.docs.CaseState.START;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a published decision takes a case from one state to another. Notices that only tell something leave it where it is.
 *
 * @param when in a few words
 */
record Transition(CaseState from, CaseState to, DecisionType type, String when) {

    /** All that there are; the scenarios are held against them. */
    static final List<Transition> ALL = List.of(
            new Transition(START, OPEN, DecisionType.RETURN_OPENED, "registered, order known"),
            new Transition(START, RESOLVED, DecisionType.RESOLVED, "settled or outside the window at first sight"),
            new Transition(OPEN, DISPUTED, DecisionType.OPENED, "deadline passed or refusal contested, input complete"),
            new Transition(OPEN, RESOLVED, DecisionType.RESOLVED, "nothing outstanding"),
            new Transition(DISPUTED, DISPUTED, DecisionType.REDUCED, "less"),
            new Transition(DISPUTED, DISPUTED, DecisionType.REVISED, "otherwise"),
            new Transition(DISPUTED, OPEN, DecisionType.WITHDRAWN, "nothing in dispute any more"),
            new Transition(RESOLVED, OPEN, DecisionType.REOPENED, "something outstanding again"),
            new Transition(RESOLVED, RESOLVED, DecisionType.RESOLVED, "another ground or agreed amount"));

    /** The state that a decision leads to; null where a decision of that type cannot follow on that state. */
    static @Nullable CaseState after(CaseState state, Decision decision) {
        if (decision.type().topic() == OutputTopic.NOTICES
                && (decision.type() != DecisionType.RETURN_OPENED || state != START)) {
            return state;
        }
        return ALL.stream()
                .filter(transition -> transition.from() == state && transition.type() == decision.type())
                .map(Transition::to)
                .findFirst()
                .orElse(null);
    }
}
