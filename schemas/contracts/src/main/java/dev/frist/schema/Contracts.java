package dev.frist.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Which schema is the value of which topic. Topics are named without the prefix that an installation may put before
 * them.
 *
 * <p>The schemas are those that other languages see: without the hint {@code avro.java.string} that the generated
 * classes carry. A serializer that looks its schema up in a registry must therefore set
 * {@code avro.remove.java.properties=true}.
 */
public final class Contracts {

    /** What happened to orders; {@link OrderEvent}. */
    public static final String ORDERS = "orders";
    /** What happened to returns; {@link ReturnEvent}. */
    public static final String RETURNS = "returns";
    /** What was credited; {@link InvoiceCorrectionEvent}. */
    public static final String INVOICE_CORRECTIONS = "invoice-corrections";
    /** The versions of all policies, compacted; {@link WindowPolicy}. */
    public static final String WINDOW_POLICIES = "window-policies";
    /** Disputes opened, changed and withdrawn; {@link Dispute}. */
    public static final String DISPUTES = "disputes";
    /** Cases that ended or were reopened; {@link Resolution}. */
    public static final String RESOLUTIONS = "resolutions";
    /** What parties should be told; {@link Notice}. */
    public static final String NOTICES = "notices";
    /**
     * Records that were refused, with their bytes as they came and {@link DeadLetterHeaders}. The bytes may be in any
     * form or none: this topic has no subject in the registry.
     */
    public static final String DEAD_LETTERS = "dead-letters";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Schema> REGISTERED = registeredContracts();

    private Contracts() {}

    private static Map<String, Schema> registeredContracts() {
        Map<String, Schema> contracts = new LinkedHashMap<>();
        contracts.put(ORDERS, published(OrderEvent.getClassSchema()));
        contracts.put(RETURNS, published(ReturnEvent.getClassSchema()));
        contracts.put(INVOICE_CORRECTIONS, published(InvoiceCorrectionEvent.getClassSchema()));
        contracts.put(WINDOW_POLICIES, published(WindowPolicy.getClassSchema()));
        contracts.put(DISPUTES, published(Dispute.getClassSchema()));
        contracts.put(RESOLUTIONS, published(Resolution.getClassSchema()));
        contracts.put(NOTICES, published(Notice.getClassSchema()));
        return Collections.unmodifiableMap(contracts);
    }

    /**
     * The contracts that are kept in a registry: those of all topics but {@link #DEAD_LETTERS}.
     *
     * @return value schema by topic, inputs before outputs
     */
    public static Map<String, Schema> registered() {
        return REGISTERED;
    }

    /**
     * The value schema of a topic.
     *
     * @param topic the topic's name without prefix
     * @return its schema; of {@link #DEAD_LETTERS} that of primitive bytes
     * @throws IllegalArgumentException if Frist has no such topic
     */
    public static Schema schemaOf(String topic) {
        if (topic.equals(DEAD_LETTERS)) {
            return Schema.create(Schema.Type.BYTES);
        }
        Schema schema = REGISTERED.get(topic);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "No topic '" + topic + "'; there are " + REGISTERED.keySet() + " and " + DEAD_LETTERS);
        }
        return schema;
    }

    /**
     * The subject under which a registry keeps the values of a topic.
     *
     * @param topic the topic's full name, with its prefix if it has one
     * @return the subject
     */
    public static String subject(String topic) {
        return topic + "-value";
    }

    private static Schema published(Schema generated) {
        try {
            JsonNode json = JSON.readTree(generated.toString());
            removeJavaHints(json);
            return new Schema.Parser().parse(json.toString());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Avro wrote a schema that is no JSON: " + generated.getName(), broken);
        }
    }

    private static void removeJavaHints(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(GenericData.STRING_PROP);
        }
        node.forEach(Contracts::removeJavaHints);
    }
}
