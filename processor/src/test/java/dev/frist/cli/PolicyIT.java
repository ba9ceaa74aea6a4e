package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
final class PolicyIT {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    private static CommandRun run(LocalStack stack, String prefix, String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        List.of(
                        "bootstrap.servers=" + stack.bootstrapServers(),
                        "schema.registry.url=" + stack.registryUrl(),
                        "topic.prefix=" + prefix,
                        "topics.partitions=1",
                        "policy.lead=PT1H")
                .forEach(setting -> args.addAll(List.of("-c", setting)));
        return frist(args.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void applyGuardsWritesOnceAndListTellsWhoWroteWhat(LocalStack stack) throws Exception {
        String prefix = "policies.";
        assertThat(run(stack, prefix, "policy", "list").err())
                .startsWith("frist: topic policies.window-policies is missing: run `frist topics create`");
        run(stack, prefix, "topics", "create");
        assertThat(run(stack, prefix, "policy", "list").lines()).containsExactly("no policies");

        String first = file("first.yaml", PolicyTexts.policy("se", 1, "2026-01-01T00:00:00Z"));
        CommandRun applied = run(stack, prefix, "policy", "apply", first);
        assertThat(applied.err()).isEmpty();
        assertThat(applied.out()).startsWith("se@1 written by anna, at ").contains("takes effect 2026-01-01T00:00:00Z");
        assertThat(run(stack, prefix, "policy", "apply", first).lines())
                .containsExactly("se@1 is there already, as it stands");

        Instant soon = now.plus(2, ChronoUnit.HOURS);
        String shorter = PolicyTexts.policy("se", 2, soon.toString()).replace("P21D", "P14D");
        CommandRun refused = run(stack, prefix, "policy", "apply", file("shorter.yaml", shorter));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("se@2 would be rejected: ")
                .contains("frist: the guard does not let these pass");
        CommandRun early = run(
                stack,
                prefix,
                "policy",
                "validate",
                file(
                        "early.yaml",
                        PolicyTexts.policy(
                                "se", 2, now.plus(30, ChronoUnit.MINUTES).toString())));
        assertThat(early.status()).isEqualTo(1);
        assertThat(early.out()).contains("se@2 would be rejected: ");

        String approved = file("approved.yaml", shorter + "approvedBy: bo\n");
        assertThat(run(stack, prefix, "policy", "apply", "--dry-run", approved).lines())
                .containsExactly("se@2 would be written");
        assertThat(run(stack, prefix, "policy", "apply", approved).out())
                .startsWith("se@2 written by anna, approved by bo, at ");
        CommandRun rewritten = run(
                stack,
                prefix,
                "policy",
                "apply",
                file("again.yaml", PolicyTexts.policy("se", 1, "2026-01-02T00:00:00Z")));
        assertThat(rewritten.status()).isEqualTo(1);

        assertThat(run(stack, prefix, "policy", "list").lines())
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("POLICY  STATUS"),
                        row -> assertThat(row).matches("se@1 +in force +2026-01-01T00:00:00Z +\\S+Z +anna +- +initial"),
                        row -> assertThat(row).matches("se@2 +to come +" + soon + " +\\S+Z +anna +bo +initial"));
    }

    @Test
    void whatOthersWroteWronglyIsListedWithTheReason(LocalStack stack) throws Exception {
        String prefix = "bad.";
        run(stack, prefix, "topics", "create");
        run(stack, prefix, "policy", "apply", file("first.yaml", PolicyTexts.policy("se", 1, "2026-01-01T00:00:00Z")));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("bad.window-policies", "se@2", "not Avro"))
                    .get();
        }
        CommandRun run = run(stack, prefix, "policy", "list", "--json");
        assertThat(run.err()).isEmpty();
        JsonNode versions = new ObjectMapper().readTree(run.out());
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).at("/policy/calendar/zone").asText()).isEqualTo("Europe/Stockholm");
        assertThat(versions.get(0).at("/objection").isNull()).isTrue();
        assertThat(versions.get(1).at("/status").asText()).isEqualTo("rejected");
        assertThat(versions.get(1).at("/objection").asText()).isNotBlank();
    }
}
