package dev.frist.cli;

import static dev.frist.cli.CommandRun.frist;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class AclsTest {

    @Test
    void linesForKafkaAclsNameTopicsWithTheirPrefix() {
        CommandRun run = frist(
                "acls",
                "processor",
                "--principal",
                "User:CN=frist",
                "-c",
                "topic.prefix=shop.",
                "-c",
                "application.id=shop-frist");
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .contains(
                        "kafka-acls --bootstrap-server \"$BROKERS\" --command-config \"$ADMIN\" --add --allow-principal"
                                + " 'User:CN=frist' --operation Read --operation DescribeConfigs --topic shop.orders",
                        "kafka-acls --bootstrap-server \"$BROKERS\" --command-config \"$ADMIN\" --add --allow-principal"
                                + " 'User:CN=frist' --operation Write --transactional-id shop-frist-"
                                + " --resource-pattern-type prefixed")
                .hasSize(12);
    }

    @Test
    void dataHasAnEntryForEachOperation() throws IOException {
        JsonNode entries = new ObjectMapper()
                .readTree(frist("acls", "notification", "dead_letters", "--format", "json", "--group", "g")
                        .out());
        assertThat(entries.findValuesAsText("principal")).contains("User:notification", "User:dead-letters");
        assertThat(entries.findValuesAsText("resourceName")).contains("notices", "returns", "dead-letters", "g");
        assertThat(entries).hasSize(14);
    }

    @Test
    void aRoleThatThereIsNotIsAWrongArgument() {
        CommandRun run = frist("acls", "janitor");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("janitor", "PROCESSOR");
    }
}
