package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a zombie fired after it was put out of the group does not count, though it consumed nothing. */
@ExtendWith(SharedStack.class)
final class GroupBoundProducerIT {

    private final String topic = "bound-" + UUID.randomUUID();
    private final String out = topic + "-out";
    private final TopicPartition partition = new TopicPartition(topic, 0);

    @BeforeEach
    void makeTopics(LocalStack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1), new NewTopic(out, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(LocalStack stack, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", stack.bootstrapServers());
        settings.put("group.id", topic);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> producerSettings(LocalStack stack) {
        return Map.of(
                "bootstrap.servers", stack.bootstrapServers(), "transactional.id", topic + "-" + UUID.randomUUID());
    }

    private static void join(Consumer<byte[], byte[]> consumer, String topic) {
        consumer.subscribe(List.of(topic));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
    }

    /** As Kafka Streams commits what was only punctuated. */
    private void fireAndCommit(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> member) {
        producer.beginTransaction();
        var unusedAsTheCommitSeesFailures = producer.send(new ProducerRecord<>(out, new byte[] {1}));
        producer.sendOffsetsToTransaction(Map.of(), member.groupMetadata());
        producer.commitTransaction();
    }

    private long committedRecords(LocalStack stack) {
        try (KafkaConsumer<byte[], byte[]> reader = consumer(stack, Map.of())) {
            TopicPartition outcome = new TopicPartition(out, 0);
            reader.assign(List.of(outcome));
            reader.seekToBeginning(List.of(outcome));
            long end = reader.endOffsets(List.of(outcome)).get(outcome);
            long records = 0;
            while (reader.position(outcome) < end) {
                records += reader.poll(Duration.ofMillis(100)).count();
            }
            return records;
        }
    }

    @Test
    void aMemberThatWasPutOutCommitsNothingThatItOnlyPunctuated(LocalStack stack) {
        try (KafkaConsumer<byte[], byte[]> zombie = consumer(stack, Map.of("max.poll.interval.ms", 1_000));
                KafkaConsumer<byte[], byte[]> heir = consumer(stack, Map.of());
                KafkaProducer<byte[], byte[]> unbound = new KafkaProducer<>(
                        producerSettings(stack), new ByteArraySerializer(), new ByteArraySerializer());
                GroupBoundProducer bound = new GroupBoundProducer(producerSettings(stack), () -> zombie)) {
            unbound.initTransactions();
            bound.initTransactions();
            join(zombie, topic);
            fireAndCommit(bound, zombie);
            assertThat(committedRecords(stack)).isEqualTo(1);

            // It polls no more, and another takes over.
            join(heir, topic);
            assertThat(zombie.assignment()).containsExactly(partition);

            assertThatThrownBy(() -> fireAndCommit(bound, zombie)).isInstanceOf(CommitFailedException.class);
            bound.abortTransaction();
            assertThat(committedRecords(stack)).isEqualTo(1);

            // Without the offsets nothing would have stopped it.
            fireAndCommit(unbound, zombie);
            assertThat(committedRecords(stack)).isEqualTo(2);
        }
    }

    @Test
    void whatIsCommittedStaysAsItIs(LocalStack stack) {
        try (KafkaConsumer<byte[], byte[]> member = consumer(stack, Map.of());
                GroupBoundProducer bound = new GroupBoundProducer(producerSettings(stack), () -> member)) {
            bound.initTransactions();
            join(member, topic);
            fireAndCommit(bound, member);
            assertThat(member.committed(Set.of(partition)).get(partition).offset())
                    .isZero();

            OffsetAndMetadata consumed = new OffsetAndMetadata(7, "what Kafka Streams notes");
            bound.beginTransaction();
            bound.sendOffsetsToTransaction(Map.of(partition, consumed), member.groupMetadata());
            bound.commitTransaction();
            fireAndCommit(bound, member);
            assertThat(member.committed(Set.of(partition)).get(partition)).isEqualTo(consumed);
        }
    }
}
