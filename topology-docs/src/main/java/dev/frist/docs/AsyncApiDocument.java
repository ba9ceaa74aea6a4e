package dev.frist.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.frist.schema.Contracts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;

/** The eight topics as an AsyncAPI 3 document with Kafka bindings: what Frist receives, and what it sends. */
final class AsyncApiDocument {

    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String CHANNEL_BINDING = "0.5.0";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES));

    private final Examples examples;
    private final ObjectNode root = YAML.createObjectNode();

    private AsyncApiDocument(Examples examples) {
        this.examples = examples;
    }

    static Document make(List<TopicFacts> topics, Examples examples) {
        AsyncApiDocument document = new AsyncApiDocument(examples);
        document.head();
        topics.forEach(document::channel);
        topics.forEach(document::operation);
        topics.forEach(document::message);
        try {
            return new Document(
                    "asyncapi.yaml",
                    "# Made from the code by `" + Documents.COMMAND + "`: change the code, not this file.\n"
                            + YAML.writeValueAsString(document.root));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that cannot be written", impossible);
        }
    }

    private void head() {
        root.put("asyncapi", "3.1.0");
        root.put("id", "urn:dev:frist");
        root.put("defaultContentType", "application/vnd.confluent.avro");
        ObjectNode info = root.putObject("info");
        info.put("title", "Frist");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "Return windows and dispute escalation for invoice checkouts. Topics carry these names behind the prefix"
                        + " of an installation. Payloads are Avro in the Confluent wire format.");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    }

    private void channel(TopicFacts topic) {
        ObjectNode channel = child("channels").putObject(topic.name());
        channel.put("address", topic.name());
        channel.put("description", description(topic));
        channel.putObject("messages")
                .putObject(messageName(topic))
                .put("$ref", "#/components/messages/" + messageName(topic));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name());
        kafka.put("partitions", topic.planned().partitions());
        topic.planned().replicas().ifPresent(replicas -> kafka.put("replicas", (int) replicas));
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        Map<String, String> configs = topic.planned().configs();
        configuration.putArray(TopicConfig.CLEANUP_POLICY_CONFIG).add(topic.cleanup());
        for (String number : List.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)) {
            Optional.ofNullable(configs.get(number))
                    .ifPresent(value -> configuration.put(number, Long.parseLong(value)));
        }
        kafka.put("bindingVersion", CHANNEL_BINDING);
    }

    private void operation(TopicFacts topic) {
        boolean received = topic.planned().input();
        ObjectNode operation = child("operations").putObject((received ? "receive-" : "send-") + topic.name());
        operation.put("action", received ? "receive" : "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation.put("summary", description(topic));
        operation
                .putArray("messages")
                .addObject()
                .put("$ref", "#/channels/" + topic.name() + "/messages/" + messageName(topic));
    }

    private void message(TopicFacts topic) {
        ObjectNode message = child("components").withObject("/messages").putObject(messageName(topic));
        message.put("name", messageName(topic));
        message.put("summary", description(topic));
        ObjectNode kafka = YAML.createObjectNode();
        kafka.putObject("key")
                .put("type", "string")
                .put("description", topic.key().replace("`", ""));
        Optional<Schema> contract = topic.planned().schema();
        if (contract.isPresent()) {
            ObjectNode payload = message.putObject("payload");
            payload.put("schemaFormat", AVRO);
            payload.set("schema", tree(contract.get()));
            kafka.put("schemaIdLocation", "payload");
            kafka.put("schemaIdPayloadEncoding", "confluent");
            kafka.put("schemaLookupStrategy", "TopicNameStrategy");
            examples.on(topic.name())
                    .forEach((name, example) -> message.withArray("/examples")
                            .addObject()
                            .put("name", name)
                            .set("payload", example));
        } else {
            message.put("contentType", "application/octet-stream");
            message.putObject("payload")
                    .put("description", "The value of the refused record, byte for byte; there may be none.");
            ObjectNode headers = message.putObject("headers").put("type", "object");
            DeadLetterHeader.ALL.forEach(header -> headers.withObject("/properties")
                    .putObject(header.name())
                    .put("type", "string")
                    .put("description", header.meaning().replace("`", "")));
        }
        kafka.put("bindingVersion", CHANNEL_BINDING);
        message.putObject("bindings").set("kafka", kafka);
    }

    private ObjectNode child(String name) {
        return root.withObject("/" + name);
    }

    private static String messageName(TopicFacts topic) {
        return topic.planned().schema().map(Schema::getName).orElse("DeadLetter");
    }

    private static String description(TopicFacts topic) {
        return topic.planned()
                .schema()
                .map(Schema::getDoc)
                .orElse("Records that are no facts, as they came, with the reason in a header. Topic `"
                        + Contracts.DEAD_LETTERS + "`.")
                .replaceAll("\\s+", " ");
    }

    private static JsonNode tree(Schema schema) {
        try {
            return YAML.readTree(schema.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Avro wrote a schema that is no JSON", impossible);
        }
    }
}
