package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class TopicsIT {

    private static CommandRun topics(LocalStack stack, String command, String prefix, String... settings) {
        List<String> args = new ArrayList<>(List.of(
                "topics",
                command,
                "-c",
                "bootstrap.servers=" + stack.bootstrapServers(),
                "-c",
                "schema.registry.url=" + stack.registryUrl(),
                "-c",
                "topic.prefix=" + prefix,
                "-c",
                "topics.partitions=2",
                "-c",
                "topics.replication.factor=1"));
        for (String setting : settings) {
            args.add("-c");
            args.add(setting);
        }
        return frist(args.toArray(String[]::new));
    }

    @Test
    void createMakesTopicsAndSchemasOnceAndCheckIsContent(LocalStack stack) {
        assertThat(topics(stack, "check", "made.").lines())
                .contains("topic made.orders is missing", "schema made.orders-value is not registered")
                .endsWith("15 deviations from the plan");

        CommandRun first = topics(stack, "create", "made.");
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.lines())
                .contains(
                        "topic made.orders: made with 2 partitions, 1 replicas",
                        "topic made.window-policies: made with 1 partition, 1 replicas",
                        "schema made.orders-value: registered",
                        "schema made.orders-value: compatibility set to FULL_TRANSITIVE")
                .endsWith("8 topics and 7 schemas are as planned");

        CommandRun second = topics(stack, "create", "made.");
        assertThat(second.lines()).containsExactly("8 topics and 7 schemas are as planned");
        assertThat(topics(stack, "check", "made.").status()).isZero();
    }

    @Test
    void checkSaysWhatDeviates(LocalStack stack) throws Exception {
        topics(stack, "create", "odd.");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
                var registry = new CachedSchemaRegistryClient(stack.registryUrl(), 10)) {
            admin.createPartitions(Map.of("odd.returns", NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "odd.window-policies"),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            admin.deleteTopics(List.of("odd.notices")).all().get();
            registry.updateCompatibility("odd.orders-value", "NONE");
        }
        CommandRun run = topics(stack, "check", "odd.", "topics.input.retention=P1D");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines())
                .containsExactly(
                        "topic odd.orders: retention.ms is 2592000000, planned 86400000",
                        "topic odd.returns: partitions are 3, planned 2",
                        "topic odd.returns: retention.ms is 2592000000, planned 86400000",
                        "topic odd.invoice-corrections: retention.ms is 2592000000, planned 86400000",
                        "topic odd.window-policies: cleanup.policy is delete, planned compact",
                        "topic odd.notices is missing",
                        "schema odd.orders-value: compatibility is NONE, planned FULL_TRANSITIVE",
                        "7 deviations from the plan");
    }

    @Test
    void brokersRefusalIsOneLine(LocalStack stack) {
        CommandRun run = topics(stack, "create", "big.", "topics.replication.factor=3");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("frist: the brokers refuse: ").contains("replication factor");
    }
}
