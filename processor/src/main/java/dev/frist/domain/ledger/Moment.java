package dev.frist.domain.ledger;

import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.Payload;

/**
 * A fact at the instant from which it counts: clocks of systems differ, so a return event counts no earlier than its
 * registration, an answer no earlier than the first refusal, a reversal no earlier than its correction.
 *
 * @param at epoch millis
 */
public record Moment(Fact fact, long at) {

    /** What the fact says. */
    public Payload payload() {
        return fact.payload();
    }
}
