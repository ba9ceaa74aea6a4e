package dev.frist.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.cli.CommandRun;
import dev.frist.config.FristConfig;
import dev.frist.contract.DecisionReader;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.runtime.FristApp;
import dev.frist.schema.Contracts;
import dev.frist.schema.Resolution;
import dev.frist.setup.TopicScan;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A refused record is found, understood, mended and sent again, and its case goes on; and nothing is sent twice. */
@ExtendWith(SharedStack.class)
final class DeadLettersIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OrderPlaced ORDER = new OrderPlaced(
            "M1",
            new Channel("DIRECT", "merchant"),
            "SE",
            "SEK",
            "C1",
            List.of(new OrderLine("L1", "shoe", LineType.PHYSICAL, 2, 100_000, 2500)));
    private static final ReturnRegistered RETURN =
            new ReturnRegistered("R1", ReturnKind.WITHDRAWAL, Party.CONSUMER, List.of(new LineQuantity("L1", 1)));

    @TempDir
    Path folder;

    private static CreditNoteIssued credit(String currency) {
        return new CreditNoteIssued(
                "K1",
                null,
                "R1",
                currency,
                List.of(new CreditLine("L1", 1, 50_000)),
                0,
                50_000,
                CorrectionReason.RETURN);
    }

    private Map<String, String> settings(LocalStack stack, String prefix) {
        return Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "schema.registry.url",
                stack.registryUrl(),
                "topic.prefix",
                prefix,
                "application.id",
                prefix + "frist",
                "topics.partitions",
                "2",
                "topics.replication.factor",
                "1",
                "replication.factor",
                "1",
                "num.standby.replicas",
                "0",
                "management.port",
                "0",
                "state.dir",
                folder.resolve("state").toString());
    }

    private CommandRun frist(LocalStack stack, String prefix, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        settings(stack, prefix).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return CommandRun.frist(arguments.toArray(String[]::new));
    }

    private JsonNode list(LocalStack stack, String prefix, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("dead-letters", "list", "--json"));
        command.addAll(List.of(more));
        CommandRun run = frist(stack, prefix, command.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return JSON.readTree(run.out());
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300));
    }

    private static List<Decision> resolutions(FristConfig config) {
        List<Decision> decisions = new ArrayList<>();
        Map<String, Object> registry = new HashMap<>(config.registry());
        registry.put("specific.avro.reader", true);
        String topic = config.topicPrefix() + Contracts.RESOLUTIONS;
        try (TopicScan scan = TopicScan.of(config, topic);
                KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
            deserializer.configure(registry, false);
            scan.forEach(record ->
                    decisions.add(DecisionReader.read((Resolution) deserializer.deserialize(topic, record.value()))));
        }
        return decisions;
    }

    @Test
    void aWrongCurrencyIsListedMendedAndSentAgainAndResolvesItsCase(LocalStack stack) throws Exception {
        String prefix = "dl.";
        frist(stack, prefix, "topics", "create");
        FristConfig config = FristConfig.of(settings(stack, prefix));
        try (FristApp app = FristApp.start(config);
                EventSender shop = new EventSender(stack, prefix)) {
            assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
            shop.send("e1", "O1", ORDER);
            shop.send("e2", "O1", RETURN);
            shop.send("e3", "O1", credit("EUR"));
            soon().until(() -> list(stack, prefix).size() == 1);

            JsonNode dead = list(stack, prefix, "--reason", "WRONG_CURRENCY", "--source", "shop")
                    .get(0);
            String id = dead.path("id").asText();
            assertThat(dead.path("eventId").asText()).isEqualTo("e3");
            assertThat(dead.path("topic").asText()).isEqualTo("dl.invoice-corrections");
            assertThat(list(stack, prefix, "--reason", "ORPHANED")).isEmpty();
            assertThat(list(stack, prefix, "--older-than", "P1D")).isEmpty();
            assertThat(frist(stack, prefix, "dead-letters", "list").out())
                    .contains("ID", "WRONG_CURRENCY", "e3", "open", "1 in all: 1 WRONG_CURRENCY");
            assertThat(frist(stack, prefix, "dead-letters", "show", id).out())
                    .contains("\"currency\" : \"EUR\"", "reason = WRONG_CURRENCY", "000000  00 ");

            Path exported = folder.resolve("dead.jsonl");
            assertThat(frist(stack, prefix, "dead-letters", "export", id, "--to", exported.toString())
                            .lines())
                    .containsExactly("1 dead letters written to " + exported);
            Files.writeString(
                    exported, Files.readString(exported).replace("\"currency\":\"EUR\"", "\"currency\":\"SEK\""));

            CommandRun dry = frist(stack, prefix, "dead-letters", "redrive", "--fixed", exported.toString());
            assertThat(dry.lines())
                    .containsExactly(
                            id + "  WRONG_CURRENCY  would go to dl.invoice-corrections, mended",
                            "1 would be sent again; nothing was (--execute does it)");
            assertThat(list(stack, prefix)).hasSize(1);

            CommandRun done =
                    frist(stack, prefix, "dead-letters", "redrive", "--fixed", exported.toString(), "--execute");
            assertThat(done.err()).isEmpty();
            assertThat(done.lines()).last().isEqualTo("1 sent again");
            soon().until(() -> !resolutions(config).isEmpty());
            assertThat(resolutions(config)).singleElement().satisfies(resolution -> {
                assertThat(resolution.ground()).isEqualTo(Ground.CREDITED);
                assertThat(resolution.amount()).isEqualTo(50_000);
                assertThat(resolution.evidence()).extracting("eventId").contains("e3");
            });

            CommandRun twice =
                    frist(stack, prefix, "dead-letters", "redrive", "--fixed", exported.toString(), "--execute");
            assertThat(twice.status()).isEqualTo(1);
            assertThat(twice.out()).contains(id + "  is not sent: it was sent again already");
            assertThat(list(stack, prefix)).isEmpty();
            assertThat(list(stack, prefix, "--all").get(0).path("redriven").asBoolean())
                    .isTrue();
            assertThat(resolutions(config)).hasSize(1);
        }
    }

    @Test
    void whatIsStillWrongIsRefusedAnewAndKeepsItsBytesAndHeaders(LocalStack stack) throws Exception {
        String prefix = "dl2.";
        frist(stack, prefix, "topics", "create");
        byte[] garbage = "not Avro".getBytes(StandardCharsets.UTF_8);
        try (FristApp app = FristApp.start(FristConfig.of(settings(stack, prefix)));
                EventSender shop = new EventSender(stack, prefix)) {
            assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
            shop.sendBytes(Contracts.RETURNS, "O9", garbage);
            soon().until(() -> list(stack, prefix).size() == 1);
            String first = list(stack, prefix).get(0).path("id").asText();

            assertThat(frist(stack, prefix, "dead-letters", "redrive", first, "--execute")
                            .status())
                    .isZero();
            soon().until(() -> list(stack, prefix).size() == 1
                    && !list(stack, prefix).get(0).path("id").asText().equals(first));

            JsonNode again = JSON.readTree(frist(stack, prefix, "dead-letters", "export", "--reason", "UNDECODABLE")
                    .out());
            assertThat(again.path("value").binaryValue()).isEqualTo(garbage);
            assertThat(again.path("key").asText()).isEqualTo("O9");
            assertThat(again.path("headers").toString())
                    .contains("{\"name\":\"trace\",\"value\":\"t1\"}")
                    .contains("{\"name\":\"redriven-from\",\"value\":\"" + first + "\"}");
            assertThat(again.path("problem").asText()).isEqualTo("not in Confluent's wire format");
        }
    }

    @Test
    void nothingIsWrittenIntoTopicsThatAHeaderMerelyNames(LocalStack stack) throws Exception {
        String prefix = "dl3.";
        frist(stack, prefix, "topics", "create");
        try (EventSender forger = new EventSender(stack, prefix)) {
            forger.sendDeadLetter("O1", "dl3.disputes", new byte[] {1});
            forger.sendDeadLetter("se@2", "dl3.window-policies", new byte[] {2});
            forger.sendDeadLetter("O1", "nobody-has-this", null);
        }
        assertThat(list(stack, prefix)).hasSize(3);
        CommandRun run = frist(stack, prefix, "dead-letters", "redrive", "--reason", "UNDECODABLE", "--execute");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("is not sent: dl3.disputes is none of the event topics under 'dl3.'")
                .contains("is not sent: nobody-has-this is none of the event topics under 'dl3.'")
                .contains("is not sent: policies are written by `frist policy apply`, which asks the guard first");
        assertThat(run.err()).contains("3 of these can't be sent again; nothing was (--skip passes over them)");
        assertThat(frist(stack, prefix, "dead-letters", "redrive", "--reason", "UNDECODABLE", "--execute", "--skip")
                        .lines())
                .last()
                .isEqualTo("0 sent again");
    }

    @Test
    void aLimitIsFilledWithWhatIsStillToBeSentAgain(LocalStack stack) throws Exception {
        String prefix = "dl5.";
        frist(stack, prefix, "topics", "create");
        try (EventSender refused = new EventSender(stack, prefix)) {
            for (byte i = 0; i < 3; i++) {
                refused.sendDeadLetter("O1", "dl5.orders", new byte[] {i});
            }
        }
        for (int left = 3; left > 0; left--) {
            assertThat(list(stack, prefix)).hasSize(left);
            CommandRun run = frist(
                    stack, prefix, "dead-letters", "redrive", "--reason", "UNDECODABLE", "--limit", "1", "--execute");
            assertThat(run.lines()).last().isEqualTo("1 sent again");
            assertThat(run.out().contains("there are more than 1 (--limit)")).isEqualTo(left > 1);
        }
        assertThat(list(stack, prefix)).isEmpty();
    }

    @Test
    void wrongArgumentsGetTheUsage(LocalStack stack) {
        for (String[] wrong : new String[][] {
            {"dead-letters"},
            {"dead-letters", "list", "--reason", "BORING"},
            {"dead-letters", "list", "--topic", "parcels"},
            {"dead-letters", "list", "--older-than", "yesterday"},
            {"dead-letters", "show"},
            {"dead-letters", "show", "first"},
            {"dead-letters", "redrive"},
            {"dead-letters", "redrive", "0-1", "--fixed", "file"}
        }) {
            CommandRun run = frist(stack, "dl4.", wrong);
            assertThat(run.status()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(run.err()).contains("Usage: frist dead-letters");
        }
    }
}
