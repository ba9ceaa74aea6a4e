package dev.frist.domain.decision;

import static dev.frist.domain.fact.Audience.CHANNEL;
import static dev.frist.domain.fact.Audience.CONSUMER;
import static dev.frist.domain.fact.Audience.MERCHANT;

import dev.frist.domain.fact.Audience;
import java.util.List;

/** What a decision does; each type belongs to one topic and is for an audience. */
public enum DecisionType {
    OPENED(OutputTopic.DISPUTES),
    REDUCED(OutputTopic.DISPUTES),
    REVISED(OutputTopic.DISPUTES),
    WITHDRAWN(OutputTopic.DISPUTES),
    RESOLVED(OutputTopic.RESOLUTIONS),
    REOPENED(OutputTopic.RESOLUTIONS),
    RETURN_OPENED(OutputTopic.NOTICES),
    NO_POLICY(OutputTopic.NOTICES),
    DEADLINE_CHANGED(OutputTopic.NOTICES),
    DEADLINE_APPROACHING(OutputTopic.NOTICES),
    SHIPMENT_MISSING(OutputTopic.NOTICES),
    REFUSAL_RECORDED(OutputTopic.NOTICES),
    SETTLEMENT_PROPOSED(OutputTopic.NOTICES),
    CREDIT_SHORT(OutputTopic.NOTICES),
    OVER_CREDITED(OutputTopic.NOTICES),
    CORRECTION_UNMATCHED(OutputTopic.NOTICES),
    NOTICE_UNPROVEN(OutputTopic.NOTICES);

    private final OutputTopic topic;

    DecisionType(OutputTopic topic) {
        this.topic = topic;
    }

    /** The topic that decisions of this type are published to. */
    public OutputTopic topic() {
        return topic;
    }

    /** Whom decisions of this type are for; a proposal is for the other party only. */
    public List<Audience> audience() {
        return switch (this) {
            case OPENED, REDUCED, REVISED, WITHDRAWN -> List.of(MERCHANT, CONSUMER, CHANNEL);
            case RESOLVED, REOPENED, RETURN_OPENED, DEADLINE_CHANGED, SETTLEMENT_PROPOSED ->
                List.of(MERCHANT, CONSUMER);
            case SHIPMENT_MISSING, REFUSAL_RECORDED -> List.of(CONSUMER);
            case DEADLINE_APPROACHING, CREDIT_SHORT, OVER_CREDITED, CORRECTION_UNMATCHED -> List.of(MERCHANT);
            case NO_POLICY, NOTICE_UNPROVEN -> List.of(CHANNEL);
        };
    }
}
