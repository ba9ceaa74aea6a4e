package dev.frist.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.contract.DecisionWriter;
import dev.frist.contract.EventWriter;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.fact.Payload;
import dev.frist.scenario.CoreEngine;
import dev.frist.scenario.Published;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioEvent;
import dev.frist.scenario.ScenarioException;
import dev.frist.scenario.ScenarioReader;
import dev.frist.schema.Contracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * An example of every payload of every topic, in Avro's JSON as the console producers and consumers have it. They are the
 * records of one story, which is run: the examples of decisions are what the core decided.
 */
final class Examples {

    private static final String STORY = "examples.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, JsonNode>> byTopic = new LinkedHashMap<>();

    private Examples() {}

    /** Runs the story. */
    static Examples of() throws IOException {
        Scenario scenario = story();
        Published published = new CoreEngine().run(scenario);
        if (!published.deadLetters().isEmpty()) {
            throw new IOException(STORY + " has dead letters: " + published.deadLetters());
        }
        Examples examples = new Examples();
        for (ScenarioEvent event : scenario.events()) {
            examples.addIfFirst(event);
        }
        examples.add(
                Contracts.WINDOW_POLICIES,
                "WindowPolicy",
                PolicyWriter.write(scenario.policies().get(0).policy()));
        for (DecisionType type : DecisionType.values()) {
            published.decisions().stream()
                    .filter(decision -> decision.type() == type)
                    .findFirst()
                    .ifPresent(examples::add);
        }
        return examples;
    }

    private static Scenario story() throws IOException {
        try (InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream(STORY))) {
            return ScenarioReader.read(STORY, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (ScenarioException wrong) {
            throw new IOException(String.join("\n", wrong.problems()), wrong);
        }
    }

    /** By name of the payload, or of decisions by type; empty where the topic has no contract. */
    Map<String, JsonNode> on(String topic) {
        return byTopic.getOrDefault(topic, Map.of());
    }

    private void addIfFirst(ScenarioEvent event) throws IOException {
        Payload payload = Objects.requireNonNull(event.payload());
        String topic = event.topic().topicName();
        String name = payload.getClass().getSimpleName();
        if (!on(topic).containsKey(name)) {
            add(
                    topic,
                    name,
                    EventWriter.write(
                            event.eventId(),
                            event.orderId(),
                            event.occurredAt(),
                            "shop",
                            event.correlationId(),
                            payload));
        }
    }

    private void add(Decision decision) {
        try {
            add(topic(decision.topic()), decision.type().name(), DecisionWriter.write(decision));
        } catch (IOException impossible) {
            throw new IllegalStateException("a decision that its own contract cannot hold", impossible);
        }
    }

    private static String topic(OutputTopic output) {
        return switch (output) {
            case DISPUTES -> Contracts.DISPUTES;
            case RESOLUTIONS -> Contracts.RESOLUTIONS;
            case NOTICES -> Contracts.NOTICES;
        };
    }

    private void add(String topic, String name, SpecificRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(record.getSchema(), bytes);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        byTopic.computeIfAbsent(topic, absent -> new LinkedHashMap<>()).put(name, JSON.readTree(bytes.toByteArray()));
    }
}
