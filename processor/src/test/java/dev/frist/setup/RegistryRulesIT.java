package dev.frist.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.schema.Contracts;
import dev.frist.schema.gate.Breach;
import dev.frist.schema.gate.CompatibilityGate;
import dev.frist.schema.gate.Rule;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry and the gate of the build say the same of what may be added to a contract that was published. */
@ExtendWith(SharedStack.class)
class RegistryRulesIT {

    private static final Schema ORDERS = Contracts.schemaOf(Contracts.ORDERS);

    /** The contract of orders with other branches of its payload, or another field at its end. */
    private static Schema orders(List<Schema> branches, boolean withField) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : ORDERS.getFields()) {
            fields.add(
                    field.name().equals("payload")
                            ? new Schema.Field("payload", Schema.createUnion(branches), field.doc())
                            : new Schema.Field(field, field.schema()));
        }
        if (withField) {
            Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
            fields.add(new Schema.Field("later", optional, "Came later.", JsonProperties.NULL_VALUE));
        }
        return Schema.createRecord(ORDERS.getName(), ORDERS.getDoc(), ORDERS.getNamespace(), false, fields);
    }

    @Test
    void aPayloadCannotBeAddedToAPublishedTopicButAFieldCan(LocalStack stack) throws Exception {
        List<Schema> all = ORDERS.getField("payload").schema().getTypes();
        assertThat(all).extracting(Schema::getName).endsWith("OrderErased");
        Schema published = orders(all.subList(0, all.size() - 1), false);
        Schema withField = orders(all.subList(0, all.size() - 1), true);
        String subject = "rules-" + UUID.randomUUID() + "-value";
        try (var registry = new CachedSchemaRegistryClient(stack.registryUrl(), 10)) {
            registry.updateCompatibility(subject, SchemaSetup.COMPATIBILITY);
            registry.register(subject, new AvroSchema(published));

            assertThatThrownBy(() -> registry.register(subject, new AvroSchema(ORDERS)))
                    .isInstanceOfSatisfying(
                            RestClientException.class,
                            refused -> assertThat(refused.getStatus()).isEqualTo(409));
            registry.register(subject, new AvroSchema(withField));
        }
        assertThat(CompatibilityGate.check(ORDERS, Map.of("v1", published)))
                .extracting(Breach::rule)
                .contains(Rule.READ_BY_EARLIER);
        assertThat(CompatibilityGate.check(withField, Map.of("v1", published))).isEmpty();
    }
}
