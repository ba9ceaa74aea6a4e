package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import dev.frist.stack.StackHome;
import dev.frist.stack.StackOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** What is left of an erased order where it was kept: nothing, in the changelog's records and in the broker's files. */
class ErasureIT {

    private static final String GONE = "customer-that-asked-to-be-forgotten";
    private static final String SAID = "a statement that only that customer made";
    private static final String KEPT = "customer-that-did-not-ask";

    /** A compaction of which the test need not wait for days. */
    private static final Map<String, String> SOON_COMPACTED = Map.of(
            "segment.ms", "200",
            "min.cleanable.dirty.ratio", "0.0001",
            "max.compaction.lag.ms", "500",
            "delete.retention.ms", "1",
            "file.delete.delay.ms", "1");

    private final Path folder = SharedStack.newFolder();

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(300));
    }

    @Test
    void anErasedOrderIsGoneFromTheChangelogAfterCompaction() throws Exception {
        StackOptions options = StackOptions.single(folder).withBrokerSettings(Map.of("log.cleaner.backoff.ms", "200"));
        try (LocalStack stack = LocalStack.start(StackHome.find(), options);
                LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 3600));
            try (LiveFrist frist = new LiveFrist(stack, topics, "a").start()) {
                assertThat(frist.completeness()).isNotNull();
                String changelog = topics.names().prefix() + "frist-" + Names.ORDER_FACTS + "-changelog";
                compactSoon(stack, changelog);
                topics.event("gone", placed(GONE));
                topics.event("kept", placed(KEPT));
                topics.event("gone", Samples.registered(1));
                topics.event("gone", refused());
                soon().until(() -> decided(topics).contains(DecisionType.REFUSAL_RECORDED));
                assertThat(bytesOf(changelog)).contains(GONE, SAID, KEPT);

                topics.event("gone", new OrderErased(Party.CONSUMER, "asked for it"));
                soon().until(() ->
                        !topics.decisions(topics.names().resolutions()).isEmpty());
                topics.event("gone", Samples.credited(1));

                // A broker compacts what lies behind the segment that is written: further orders move that on.
                List<String> others = new ArrayList<>();
                soon().until(() -> {
                    for (int partition = 0; partition < LiveTopics.PARTITIONS * 3; partition++) {
                        others.add("other-" + others.size());
                        topics.event(others.get(others.size() - 1), placed(KEPT));
                    }
                    String left = bytesOf(changelog);
                    return !left.contains(GONE) && !left.contains(SAID);
                });
                assertThat(bytesOf(changelog)).contains(KEPT);
                assertThat(records(stack, changelog))
                        .anySatisfy(record -> assertThat(record.key()).isEqualTo("kept"))
                        .allSatisfy(record -> assertThat(text(record.value())).doesNotContain(GONE, SAID));
                assertThat(topics.decisions(topics.names().resolutions()))
                        .extracting(Decision::ground)
                        .containsExactly(Ground.ERASED);
                assertThat(topics.deadLetters()).isEmpty();
            }
        }
    }

    private static List<DecisionType> decided(LiveTopics topics) {
        return topics.decisions(topics.names().notices()).stream()
                .map(Decision::type)
                .toList();
    }

    private static OrderPlaced placed(String customerRef) {
        OrderPlaced it = Samples.order();
        return new OrderPlaced(it.merchantId(), it.channel(), it.market(), it.currency(), customerRef, it.lines());
    }

    private static ReturnRefused refused() {
        return new ReturnRefused("R1", Party.MERCHANT, null, RefusalGround.USED, SAID, List.of());
    }

    private static void compactSoon(LocalStack stack, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            List<AlterConfigOp> changes = SOON_COMPACTED.entrySet().stream()
                    .map(config -> new AlterConfigOp(
                            new ConfigEntry(config.getKey(), config.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
                    .all()
                    .get();
        }
    }

    /** What lies in the broker's files of a topic; its records are not compressed. */
    private String bytesOf(String topic) throws IOException {
        StringBuilder found = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(
                            path -> path.getParent().getFileName().toString().startsWith(topic))
                    .toList()) {
                found.append(read(file));
            }
        }
        return found.toString();
    }

    /** The cleaner takes files away meanwhile. */
    private static String read(Path file) throws IOException {
        try {
            return text(Files.readAllBytes(file));
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<ConsumerRecord<String, byte[]>> records(LocalStack stack, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
