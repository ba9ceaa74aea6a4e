package dev.frist.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.frist.cli.Frist;
import dev.frist.config.FristConfig;
import dev.frist.runtime.FristApp;
import dev.frist.schema.Audience;
import dev.frist.schema.CreditLine;
import dev.frist.schema.Dispute;
import dev.frist.schema.Ground;
import dev.frist.schema.LineQuantity;
import dev.frist.schema.Notice;
import dev.frist.schema.NoticeDelivered;
import dev.frist.schema.NoticeType;
import dev.frist.schema.Resolution;
import dev.frist.schema.ReturnEvent;
import dev.frist.setup.TopicScan;
import dev.frist.stack.LocalStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples against a real broker, a real registry and the processor itself. */
class ExamplesIT {

    private static final String POLICY = """
            policyId: se
            version: 1
            scope: {market: SE}
            effectiveFrom: 2020-01-01T00:00:00Z
            handlingWindow: PT4S
            anchor: REGISTERED
            evidenceWindow: P14D
            returnWindow: P30D
            minimumNotice: PT3S
            reminders: []
            grace: PT1S
            calendar: {zone: Europe/Stockholm, holidays: SE, dayCount: CALENDAR, roll: NONE, cutoff: SAME_TIME}
            amountTolerance: 100
            maxReturnFee: 9900
            uncontestedRefusal: ESCALATES
            requireNoticeReceipt: true
            openCases: NEW_CASES_ONLY
            author: anna
            reason: example
            """;

    @TempDir
    static Path folder;

    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(StackHome.find(), StackOptions.single(Files.createDirectory(folder.resolve("stack"))));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static Map<String, String> settings(String prefix) {
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
                folder.resolve(prefix + "state").toString());
    }

    private static void frist(String prefix, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        settings(prefix).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        assertThat(Frist.commandLine().execute(arguments.toArray(String[]::new)))
                .isZero();
    }

    private static FristApp processor(String prefix) throws Exception {
        frist(prefix, "topics", "create");
        frist(
                prefix,
                "policy",
                "apply",
                Files.writeString(folder.resolve(prefix + "policy.yaml"), POLICY)
                        .toString());
        FristApp app = FristApp.start(FristConfig.of(settings(prefix)));
        assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
        return app;
    }

    private static NotificationService notifications(String prefix, Outbound outbound) {
        return new NotificationService(stack.bootstrapServers(), stack.registryUrl(), prefix, "n1", outbound);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }

    private static <T> List<T> published(String prefix, String topic, Class<T> type) {
        FristConfig config = FristConfig.of(settings(prefix));
        Map<String, Object> registry = new HashMap<>(config.registry());
        registry.put("specific.avro.reader", true);
        List<T> values = new ArrayList<>();
        try (TopicScan scan = TopicScan.of(config, prefix + topic);
                KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
            deserializer.configure(registry, false);
            scan.forEach(record -> values.add(type.cast(deserializer.deserialize(prefix + topic, record.value()))));
        }
        return values;
    }

    private static void buyAndReturn(Checkout shop, String orderId, Instant at) {
        shop.placed(orderId, "M1", "c-17", List.of(Checkout.line("SHOE", 2, 99_800)), at.minusSeconds(60));
        shop.delivered(orderId, at.minusSeconds(30));
        shop.returnRegistered(orderId, "R1", List.of(new LineQuantity("SHOE", 1)), at);
    }

    @Test
    void aMerchantIsToldProvenToBeToldAndOnlyThenDisputed() throws Exception {
        String prefix = "told.";
        Mailbox mailbox = new Mailbox();
        try (FristApp app = processor(prefix);
                Checkout shop = new Checkout(stack.bootstrapServers(), stack.registryUrl(), prefix)) {
            Instant at = Instant.now();
            for (int again = 0; again < 2; again++) {
                buyAndReturn(shop, "O1", at);
                buyAndReturn(shop, "O2", at);
                shop.credited("O2", "K1", "R1", List.of(new CreditLine("SHOE", 1, 49_900L)), at.plusMillis(1));
            }
            // Nobody has been told: the deadline passes, and no dispute opens. The channel hears of it.
            soon().until(() -> published(prefix, "notices", Notice.class).stream()
                    .anyMatch(notice -> notice.getType() == NoticeType.NOTICE_UNPROVEN));
            assertThat(published(prefix, "disputes", Dispute.class)).isEmpty();
            try (NotificationService service = notifications(prefix, mailbox)) {
                soon().until(() -> {
                    service.handle(Duration.ofMillis(200));
                    return !published(prefix, "disputes", Dispute.class).isEmpty();
                });
            }
            assertThat(app.isRunning()).isTrue();
        }
        assertThat(published(prefix, "disputes", Dispute.class))
                .extracting(Dispute::getOrderId, Dispute::getGround, Dispute::getAmount)
                .containsExactly(tuple("O1", Ground.MERCHANT_SILENT, 49_900L));
        assertThat(published(prefix, "resolutions", Resolution.class))
                .extracting(Resolution::getOrderId, Resolution::getGround)
                .containsExactly(tuple("O2", Ground.CREDITED));
        assertThat(mailbox.messages())
                .filteredOn(message -> message.to() == Audience.MERCHANT)
                .extracting(Message::text)
                .anyMatch(text -> text.startsWith("Return R1: please credit or refuse it by "));
    }

    @Test
    void whatFailsHalfWayIsDoneAgainAndCountsOnce() throws Exception {
        String prefix = "once.";
        Mailbox mailbox = new Mailbox();
        try (FristApp app = processor(prefix);
                Checkout shop = new Checkout(stack.bootstrapServers(), stack.registryUrl(), prefix)) {
            for (int order = 1; order <= 3; order++) {
                buyAndReturn(shop, "O" + order, Instant.now());
            }
            mailbox.failAfter(3);
            NotificationService broken = notifications(prefix, mailbox);
            assertThatThrownBy(() -> soon().until(() -> broken.handle(Duration.ofMillis(200)) < 0))
                    .hasMessageContaining("the mail server went away");
            try (NotificationService healed = notifications(prefix, mailbox)) {
                soon().until(() -> {
                    healed.handle(Duration.ofMillis(200));
                    return receipts(prefix).size() >= 6;
                });
            }
            assertThat(app.isRunning()).isTrue();
        }
        assertThat(receipts(prefix)).doesNotHaveDuplicates();
        assertThat(mailbox.messages()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(6);
    }

    /** The receipts that count: those of aborted transactions are not read. */
    private static List<String> receipts(String prefix) {
        return published(prefix, "returns", ReturnEvent.class).stream()
                .filter(event -> event.getPayload() instanceof NoticeDelivered)
                .map(ReturnEvent::getEventId)
                .toList();
    }
}
