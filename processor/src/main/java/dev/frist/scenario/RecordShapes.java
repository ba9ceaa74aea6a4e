package dev.frist.scenario;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Audience;
import dev.frist.scenario.Shape.Block;
import dev.frist.scenario.Shape.Lines;
import dev.frist.scenario.Shape.ListOf;
import dev.frist.scenario.Shape.Plain;
import dev.frist.scenario.Shape.Symbol;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The shapes of what is published: the fields of a decision by their names in the contract, and of a dead letter. */
final class RecordShapes {

    private static final Map<PublishedTopic, Block> SHAPES = shapes();

    private RecordShapes() {}

    static Block of(PublishedTopic topic) {
        return Objects.requireNonNull(SHAPES.get(topic));
    }

    private static Map<PublishedTopic, Block> shapes() {
        Map<PublishedTopic, Block> shapes = new EnumMap<>(PublishedTopic.class);
        for (PublishedTopic topic : PublishedTopic.values()) {
            shapes.put(topic, topic == PublishedTopic.DEAD_LETTERS ? deadLetter() : decision(topic));
        }
        return shapes;
    }

    private static Block deadLetter() {
        return block("eventId", Plain.TEXT, "reason", Symbol.of(DeadLetterReason.class));
    }

    private static Block decision(PublishedTopic topic) {
        return block(
                "decisionId",
                Plain.TEXT,
                "orderId",
                Plain.TEXT,
                "returnId",
                Plain.TEXT,
                "sequence",
                Plain.NUMBER,
                "decidedAt",
                Plain.INSTANT,
                "type",
                new Symbol<DecisionType>(topic.types()),
                "ground",
                Symbol.of(Ground.class),
                "lines",
                new Lines(block(
                        "quantity", Plain.NUMBER,
                        "amount", Plain.NUMBER,
                        "ground", Symbol.of(Ground.class))),
                "amount",
                Plain.NUMBER,
                "currency",
                Plain.TEXT,
                "deadline",
                block(
                        "anchor", Plain.INSTANT,
                        "due", Plain.INSTANT,
                        "extensions", new ListOf(Plain.INSTANT),
                        "policyId", Plain.TEXT,
                        "version", Plain.NUMBER,
                        "told", Plain.INSTANT),
                "invoice",
                block(
                        "captured", Plain.NUMBER,
                        "credited", Plain.NUMBER,
                        "agreed", Plain.NUMBER,
                        "held", Plain.NUMBER,
                        "payable", Plain.NUMBER,
                        "action", Symbol.of(InvoiceAction.class)),
                "owner",
                block("merchantId", Plain.TEXT, "channel", Plain.TEXT, "contactRoute", Plain.TEXT),
                "audience",
                new ListOf(new Symbol<>(List.of(Audience.MERCHANT, Audience.CONSUMER, Audience.CHANNEL))),
                "allowedActions",
                new ListOf(Plain.TEXT),
                "review",
                Symbol.of(Review.class),
                "explanation",
                block("code", Plain.TEXT, "text", Plain.TEXT, "parameters", Plain.PARAMETERS),
                "evidence",
                new ListOf(block(
                        "eventId", Plain.TEXT,
                        "topic", Plain.TEXT,
                        "partition", Plain.NUMBER,
                        "offset", Plain.NUMBER)));
    }

    private static Block block(Object... namesAndShapes) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            fields.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
        }
        return new Block(fields);
    }
}
