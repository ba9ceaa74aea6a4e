package dev.frist.scenario;

import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.Payload;

/** The topics in which the events of a scenario arrive. */
public enum InputTopic {
    ORDERS("orders"),
    RETURNS("returns"),
    INVOICE_CORRECTIONS("invoice-corrections");

    private final String topicName;

    InputTopic(String topicName) {
        this.topicName = topicName;
    }

    /** The topic's name without a prefix. */
    public String topicName() {
        return topicName;
    }

    /** The topic that carries a payload. */
    public static InputTopic of(Payload payload) {
        if (payload instanceof OrderPayload) {
            return ORDERS;
        }
        return payload instanceof CorrectionPayload ? INVOICE_CORRECTIONS : RETURNS;
    }
}
