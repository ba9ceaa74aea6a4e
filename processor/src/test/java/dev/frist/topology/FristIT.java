package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frist.contract.EventWriter;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.stack.LocalStack;
import dev.frist.stack.SharedStack;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class FristIT {

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    @Test
    void deadlinesFireWithoutTrafficAndOnlyForWhatIsOutstanding(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 3));
            try (LiveFrist frist = new LiveFrist(stack, topics, "a").start()) {
                topics.event("O1", Samples.order());
                topics.event("O1", Samples.registered(2));
                topics.event("O1", Samples.credited(1));
                topics.event("O2", Samples.credited(2));
                topics.event("O2", Samples.registered(2));
                topics.event("O2", Samples.order());

                soon().until(() -> !topics.decisions(topics.names().disputes()).isEmpty());

                Decision dispute = topics.decisions(topics.names().disputes()).get(0);
                assertThat(dispute.orderId()).isEqualTo("O1");
                assertThat(dispute.type()).isEqualTo(DecisionType.OPENED);
                assertThat(dispute.ground()).isEqualTo(Ground.CREDIT_SHORT);
                assertThat(dispute.lines()).extracting(DecisionLine::quantity).containsExactly(1);
                assertThat(dispute.decidedAt())
                        .isGreaterThanOrEqualTo(dispute.deadline().due());
                assertThat(topics.decisions(topics.names().resolutions()))
                        .extracting(Decision::orderId, Decision::ground)
                        .containsExactly(tuple("O2", Ground.CREDITED));
                assertThat(topics.deadLetters()).isEmpty();
                assertThat(frist.deadThreads).hasValue(0);
            }
        }
    }

    @Test
    void recordsOfATeamWithoutOurClassesAreUnderstood(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack);
                LiveFrist frist = new LiveFrist(stack, topics, "a").start()) {
            topics.send(
                    topics.names().orders(),
                    "O1",
                    generic(
                            EventWriter.write("g1", "O1", System.currentTimeMillis(), "legacy", "c1", Samples.order()),
                            Contracts.ORDERS));
            topics.send(
                    topics.names().returns(),
                    "O1",
                    generic(
                            EventWriter.write(
                                    "g2", "O1", System.currentTimeMillis(), "legacy", null, Samples.registered(1)),
                            Contracts.RETURNS));

            soon().until(() -> topics.decisions(topics.names().notices()).size() >= 2);

            assertThat(topics.decisions(topics.names().notices()))
                    .extracting(Decision::type)
                    .containsExactly(DecisionType.RETURN_OPENED, DecisionType.NO_POLICY);
            assertThat(frist.deadThreads).hasValue(0);
        }
    }

    @Test
    void whatArrivedWhileNobodyRanIsReadBeforeADeadlineIsJudged(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 5));
            try (LiveFrist frist = new LiveFrist(stack, topics, "a").start()) {
                for (int i = 0; i < 40; i++) {
                    topics.event("O" + i, Samples.order());
                    topics.event("O" + i, Samples.registered(1));
                }
                soon().until(() -> topics.decisions(topics.names().notices()).size() == 40);
                assertThat(topics.decisions(topics.names().disputes())).isEmpty();
                assertThat(frist.deadThreads).hasValue(0);
            }
            long due = topics.decisions(topics.names().notices()).stream()
                    .mapToLong(notice -> notice.deadline().due())
                    .max()
                    .orElseThrow();
            for (int i = 0; i < 40; i += 2) {
                topics.event("O" + i, Samples.credited(1));
            }
            soon().until(() -> System.currentTimeMillis() > due + 1_000);

            try (LiveFrist again = new LiveFrist(stack, topics, "a").start()) {
                soon().until(() -> topics.decisions(topics.names().disputes()).size() == 20);
                List<Decision> disputes = topics.decisions(topics.names().disputes());
                assertThat(disputes).extracting(Decision::decisionId).doesNotHaveDuplicates();
                assertThat(disputes)
                        .allMatch(dispute -> Integer.parseInt(dispute.orderId().substring(1)) % 2 == 1);
                assertThat(topics.decisions(topics.names().resolutions())).hasSize(20);
                assertThat(topics.deadLetters()).isEmpty();
                assertThat(again.deadThreads).hasValue(0);
            }
        }
    }

    @Test
    void poisonIsSetAsideWithReasonAndBytesAndNothingStops(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack);
                LiveFrist frist = new LiveFrist(stack, topics, "a").start()) {
            byte[] poison = {1, 2, 3};
            topics.raw(topics.names().returns(), null, poison);
            topics.raw(topics.names().orders(), "O1".getBytes(StandardCharsets.UTF_8), null);
            topics.raw(topics.names().invoiceCorrections(), new byte[0], new byte[] {0, 0, 0, 0, 1});
            topics.send(
                    topics.names().orders(),
                    "other",
                    EventWriter.write("e1", "O1", System.currentTimeMillis(), "it", null, Samples.order()));
            topics.event("O1", Samples.order());
            topics.event("O1", Samples.registered(1));

            soon().until(() -> topics.deadLetters().size() == 4);
            soon().until(() -> !topics.decisions(topics.names().notices()).isEmpty());

            List<ConsumerRecord<byte[], byte[]>> deadLetters = topics.deadLetters();
            assertThat(deadLetters)
                    .extracting(record -> LiveTopics.header(record, DeadLetterHeaders.REASON))
                    .containsExactlyInAnyOrder("UNDECODABLE", "UNDECODABLE", "UNDECODABLE", "KEY_MISMATCH");
            assertThat(deadLetters).anySatisfy(record -> {
                assertThat(record.key()).isNull();
                assertThat(record.value()).isEqualTo(poison);
                assertThat(LiveTopics.header(record, DeadLetterHeaders.TOPIC))
                        .isEqualTo(topics.names().returns());
            });
            assertThat(frist.deadThreads).hasValue(0);
        }
    }

    @Test
    void aRejectedPolicyIsPublishedOnceAcrossInstancesAndRestarts(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 3));
            topics.policy(LivePolicies.seconds(1, 2));
            for (int run = 0; run < 2; run++) {
                try (LiveFrist first = new LiveFrist(stack, topics, "a").start();
                        LiveFrist second = new LiveFrist(stack, topics, "b").start()) {
                    soon().until(() -> !topics.deadLetters().isEmpty());
                    topics.event("O" + run, Samples.order());
                    topics.event("O" + run, Samples.registered(1));
                    int disputes = run + 1;
                    soon().until(() ->
                            topics.decisions(topics.names().disputes()).size() == disputes);
                    assertThat(first.deadThreads).hasValue(0);
                    assertThat(second.deadThreads).hasValue(0);
                }
            }
            assertThat(topics.deadLetters()).singleElement().satisfies(record -> {
                assertThat(LiveTopics.header(record, DeadLetterHeaders.REASON)).isEqualTo("POLICY_REJECTED");
                assertThat(LiveTopics.header(record, DeadLetterHeaders.EVENT_ID))
                        .isEqualTo("live@1");
            });
        }
    }

    @Test
    void deadlinesWaitWhileATransactionIsOpenInTheirPartition(LocalStack stack) throws Exception {
        try (LiveTopics topics = new LiveTopics(stack)) {
            topics.policy(LivePolicies.seconds(1, 2));
            try (LiveFrist frist = new LiveFrist(stack, topics, "a").start();
                    KafkaProducer<String, Object> upstream = new KafkaProducer<>(topics.clients(Map.of(
                            "key.serializer",
                            StringSerializer.class,
                            "value.serializer",
                            KafkaAvroSerializer.class,
                            "auto.register.schemas",
                            false,
                            "avro.remove.java.properties",
                            true,
                            "transactional.id",
                            topics.names().prefix() + "upstream")))) {
                upstream.initTransactions();
                topics.event("O1", Samples.order());
                topics.event("O1", Samples.registered(1));
                upstream.beginTransaction();
                upstream.send(new ProducerRecord<>(
                                topics.names().invoiceCorrections(),
                                "O1",
                                EventWriter.write(
                                        "k1", "O1", System.currentTimeMillis(), "it", null, Samples.credited(1))))
                        .get();
                soon().until(() -> !topics.decisions(topics.names().notices()).isEmpty());
                long due = topics.decisions(topics.names().notices())
                        .get(0)
                        .deadline()
                        .due();
                soon().until(() -> System.currentTimeMillis() > due + 2_000
                        && frist.completeness().held().size() == 1);
                assertThat(topics.decisions(topics.names().disputes())).isEmpty();

                upstream.abortTransaction();

                soon().until(() -> topics.decisions(topics.names().disputes()).size() == 1);
                soon().until(() -> frist.completeness().held().isEmpty());
            }
        }
    }

    /** The same record as somebody has it who knows nothing but the schema in the registry. */
    private static GenericRecord generic(SpecificRecord value, String topic) {
        return (GenericRecord) generic(value, Contracts.schemaOf(topic));
    }

    private static Object generic(Object value, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> {
                SpecificRecord specific = (SpecificRecord) value;
                GenericRecordBuilder builder = new GenericRecordBuilder(schema);
                for (Schema.Field field : schema.getFields()) {
                    int position = specific.getSchema().getField(field.name()).pos();
                    builder.set(field, generic(specific.get(position), field.schema()));
                }
                yield builder.build();
            }
            case UNION -> value == null ? null : generic(value, branch(value, schema));
            case ARRAY ->
                ((List<?>) value)
                        .stream()
                                .map(item -> generic(item, schema.getElementType()))
                                .toList();
            case ENUM -> new GenericData.EnumSymbol(schema, value.toString());
            case LONG -> value instanceof java.time.Instant instant ? (Object) instant.toEpochMilli() : value;
            default -> value;
        };
    }

    private static Schema branch(Object value, Schema union) {
        if (value instanceof SpecificRecord specific) {
            return union.getTypes().get(union.getIndexNamed(specific.getSchema().getFullName()));
        }
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
