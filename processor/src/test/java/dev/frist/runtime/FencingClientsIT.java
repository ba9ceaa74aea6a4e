package dev.frist.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class FencingClientsIT {

    private static final String GROUP = "fencing";
    private static final String EVENTS = "fencing.events";
    private static final String POLICIES = "fencing.policies";
    private static final String OUTPUT = "fencing.output";

    private static Map<String, Object> settings(LocalStack stack, String transactionalId) {
        return new HashMap<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", transactionalId));
    }

    /** Joins the group and returns what a member then commits with. */
    private static ConsumerGroupMetadata joined(KafkaConsumer<byte[], byte[]> member) {
        member.subscribe(List.of(EVENTS));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            member.poll(Duration.ofMillis(100));
            return !member.assignment().isEmpty();
        });
        return member.groupMetadata();
    }

    private static void commitWithoutOffsets(Producer<byte[], byte[]> producer, ConsumerGroupMetadata group) {
        producer.initTransactions();
        producer.beginTransaction();
        Future<RecordMetadata> unusedAsTheCommitSeesIt = producer.send(new ProducerRecord<>(OUTPUT, new byte[] {1}));
        producer.sendOffsetsToTransaction(Map.of(), group);
        producer.commitTransaction();
    }

    @Test
    void whoIsNoLongerAMemberCommitsNothingEvenWithoutOffsets(LocalStack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
                KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers(), "group.id", GROUP),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            admin.createTopics(List.of(
                            new NewTopic(EVENTS, 1, (short) 1),
                            new NewTopic(POLICIES, 1, (short) 1),
                            new NewTopic(OUTPUT, 1, (short) 1)))
                    .all()
                    .get();
            ConsumerGroupMetadata zombie = joined(member);
            member.unsubscribe();
            ConsumerGroupMetadata present = joined(member);

            // Why the fence is needed: Kafka's own producer asks nobody.
            try (Producer<byte[], byte[]> plain = new KafkaProducer<>(
                    settings(stack, "plain"), new ByteArraySerializer(), new ByteArraySerializer())) {
                assertThatCode(() -> commitWithoutOffsets(plain, zombie)).doesNotThrowAnyException();
            }
            FencingClients clients = new FencingClients(POLICIES);
            try (Producer<byte[], byte[]> fenced = clients.getProducer(settings(stack, "fenced"))) {
                assertThatThrownBy(() -> commitWithoutOffsets(fenced, zombie))
                        .isInstanceOf(CommitFailedException.class);
                fenced.abortTransaction();
            }
            try (Producer<byte[], byte[]> fenced = clients.getProducer(settings(stack, "fenced"))) {
                assertThatCode(() -> commitWithoutOffsets(fenced, present)).doesNotThrowAnyException();
            }
            assertThat(admin.listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .keySet())
                    .allMatch(partition -> partition.topic().equals(POLICIES));
        }
    }
}
