package dev.frist.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class StackRestartIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void whatWasWrittenOutlivesKilledProcesses() throws Exception {
        try (LocalStack stack = LocalStack.start(StackHome.find(), StackOptions.single(SharedStack.newFolder()))) {
            create(stack, "before");
            AvroSchema schema = new AvroSchema(SchemaBuilder.record("Parcel")
                    .fields()
                    .requiredString("label")
                    .endRecord());
            int id;
            try (CachedSchemaRegistryClient registry = new CachedSchemaRegistryClient(stack.registryUrl(), 10)) {
                id = registry.register("parcels-value", schema);
            }

            stack.cluster().kill();
            stack.registry().kill();
            assertThat(stack.cluster().brokers()).noneMatch(LocalBroker::isRunning);
            assertThat(stack.registry().isRunning()).isFalse();

            stack.cluster().start();
            stack.registry().start();
            stack.cluster().await(LIMIT);
            stack.registry().await(LIMIT);
            assertThat(topics(stack)).contains("before");
            try (CachedSchemaRegistryClient registry = new CachedSchemaRegistryClient(stack.registryUrl(), 10)) {
                assertThat(registry.getSchemaById(id)).isEqualTo(schema);
            }
        }
    }

    @Test
    void threeBrokersGoOnWithTwo() throws Exception {
        try (LocalStack stack = LocalStack.start(
                StackHome.find(), StackOptions.single(SharedStack.newFolder()).withBrokers(3))) {
            create(stack, "before");

            stack.cluster().brokers().get(0).kill();
            create(stack, "without-the-first");
            stack.cluster().start();
            stack.cluster().await(LIMIT);

            assertThat(topics(stack)).contains("before", "without-the-first");
        }
    }

    private static void create(LocalStack stack, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topics(LocalStack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
