package dev.frist.examples;

import dev.frist.schema.Audience;
import dev.frist.schema.Notice;
import dev.frist.schema.NoticeDelivered;
import dev.frist.schema.ReturnEvent;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Tells the parties what was decided, and tells the processor that they were told. A notice is handled once: its receipt
 * and its place in the topic are committed in one transaction, and what is delivered outside of Kafka carries the
 * decision's id, so that the one thing that no transaction covers can be told apart from a repetition.
 */
public final class NotificationService implements AutoCloseable {

    private static final String SOURCE = "example-notifications";

    private final String prefix;
    private final Outbound outbound;
    private final KafkaConsumer<String, Notice> consumer;
    private final KafkaProducer<String, SpecificRecord> producer;

    // region: clients
    /**
     * Connects.
     *
     * @param prefix stands before the names of the topics; may be empty
     * @param instance names this instance among those of the service; another one that starts under the same name takes
     *     its place
     */
    public NotificationService(String brokers, String registry, String prefix, String instance, Outbound outbound) {
        this.prefix = prefix;
        this.outbound = outbound;
        Map<String, Object> common = Map.of("bootstrap.servers", brokers, "schema.registry.url", registry);
        Map<String, Object> reading = new HashMap<>(common);
        reading.put("group.id", prefix + SOURCE);
        reading.put("group.instance.id", instance);
        // Only what was committed counts: a decision of an aborted transaction was never made.
        reading.put("isolation.level", "read_committed");
        reading.put("enable.auto.commit", false);
        reading.put("auto.offset.reset", "earliest");
        reading.put("key.deserializer", StringDeserializer.class);
        reading.put("value.deserializer", KafkaAvroDeserializer.class);
        reading.put("specific.avro.reader", true);
        this.consumer = new KafkaConsumer<>(reading);
        Map<String, Object> writing = new HashMap<>(common);
        writing.put("transactional.id", prefix + SOURCE + "-" + instance);
        writing.put("key.serializer", StringSerializer.class);
        writing.put("value.serializer", KafkaAvroSerializer.class);
        writing.put("auto.register.schemas", false);
        writing.put("avro.remove.java.properties", true);
        this.producer = new KafkaProducer<>(writing);
        producer.initTransactions();
        consumer.subscribe(List.of(prefix + "notices"));
    }
    // endregion

    // region: once
    /**
     * Handles what there is.
     *
     * @return how many notices
     * @throws KafkaException where it can't go on; a new instance begins where the last transaction ended
     */
    public int handle(Duration patience) {
        ConsumerRecords<String, Notice> notices = consumer.poll(patience);
        if (notices.isEmpty()) {
            return 0;
        }
        producer.beginTransaction();
        try {
            Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
            for (ConsumerRecord<String, Notice> notice : notices) {
                tell(notice.value());
                handled.put(
                        new TopicPartition(notice.topic(), notice.partition()),
                        new OffsetAndMetadata(notice.offset() + 1));
            }
            producer.sendOffsetsToTransaction(handled, consumer.groupMetadata());
            producer.commitTransaction();
            return notices.count();
        } catch (RuntimeException failed) {
            // Nothing of it counts. Closing aborts; whoever takes over reads the same notices again.
            close();
            throw failed;
        }
    }
    // endregion

    private void tell(Notice notice) {
        for (Audience audience : notice.getAudience()) {
            Instant deliveredAt =
                    outbound.deliver(new Message(notice.getDecisionId(), audience, Texts.of(notice.getExplanation())));
            String returnId = notice.getReturnId();
            if (returnId != null) {
                receipt(notice, returnId, audience, deliveredAt);
            }
        }
    }

    // region: receipt
    /** Where a policy wants proof that a merchant was told, no dispute opens without this. */
    private void receipt(Notice notice, String returnId, Audience audience, Instant deliveredAt) {
        String orderId = notice.getOrderId();
        // Made of what it is about: the same receipt is the same event, whoever sends it again.
        String eventId = "told:" + notice.getDecisionId() + ":" + audience;
        var unusedAsTheCommitSeesFailures = producer.send(new ProducerRecord<>(
                prefix + "returns",
                orderId,
                new ReturnEvent(
                        eventId,
                        orderId,
                        deliveredAt,
                        SOURCE,
                        null,
                        new NoticeDelivered(returnId, notice.getDecisionId(), audience, "mail", deliveredAt))));
    }
    // endregion

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
