package dev.frist.runtime;

import dev.frist.contract.PolicyReader;
import dev.frist.contract.PolicyReader.Reading;
import dev.frist.contract.PolicyWriter;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyGuard;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.schema.Contracts;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topic of policies, read and written from outside of the processor, with the same guard. */
public final class PolicyTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final FristConfig config;
    private final String topic;

    /** The topic that the settings name. */
    public PolicyTopic(FristConfig config) {
        this.config = config;
        this.topic = config.topicPrefix() + Contracts.WINDOW_POLICIES;
    }

    /**
     * A record of the topic, and what the processor makes of it.
     *
     * @param key as it stands
     * @param policy null where the record can't be read
     * @param writtenAt the record's timestamp, epoch millis
     * @param offset where it lies
     * @param objection null where it was accepted; else why not
     */
    public record Version(
            String key,
            @Nullable WindowPolicy policy,
            long writtenAt,
            long offset,
            @Nullable String objection) {

        /** Whether it is one of the policies that count. */
        public boolean isAccepted() {
            return objection == null;
        }
    }

    /**
     * Everything in the topic, judged in its order.
     *
     * @param versions every record
     * @param accepted what the guard let pass
     */
    public record Content(List<Version> versions, PolicyBook accepted) {

        /** What the record at an offset became, where there is one. */
        public @Nullable Version at(long offset) {
            return versions.stream()
                    .filter(version -> version.offset() == offset)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Reads to the end.
     *
     * @throws StartupException if the topic is missing or can't be read within {@code startup.timeout}
     */
    public Content read() {
        BrokerConnection.awaitAny(config);
        Map<String, Object> settings = new HashMap<>(config.consumer());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        try (RegistryConnection registry = RegistryConnection.open(config);
                Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            KafkaAvroDeserializer values = deserializer(registry);
            return judge(records(consumer), values);
        } catch (KafkaException failed) {
            throw new StartupException("topic " + topic + " can't be read: " + Patient.reason(failed), failed);
        }
    }

    /**
     * Writes versions, in this order.
     *
     * @return the offset of each
     * @throws StartupException if one can't be written
     */
    public List<Long> write(List<WindowPolicy> policies) {
        Map<String, Object> settings = new HashMap<>(config.producer());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.putIfAbsent(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Long.toString(config.duration(Settings.STARTUP_TIMEOUT).toMillis()));
        List<Long> offsets = new ArrayList<>();
        try (KafkaAvroSerializer values = serializer();
                KafkaProducer<String, Object> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), values)) {
            for (WindowPolicy policy : policies) {
                RecordMetadata written = producer.send(
                                new ProducerRecord<>(topic, policy.ref().toString(), PolicyWriter.write(policy)))
                        .get();
                offsets.add(written.offset());
            }
            return offsets;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while writing to topic " + topic, interrupted);
        } catch (ExecutionException | KafkaException failed) {
            throw new StartupException("topic " + topic + " can't be written: " + Patient.reason(failed), failed);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(Consumer<String, byte[]> consumer) {
        Duration limit = config.duration(Settings.STARTUP_TIMEOUT);
        Patient patient = Patient.within(limit);
        List<TopicPartition> partitions = consumer.listTopics(limit).getOrDefault(topic, List.of()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new StartupException("topic " + topic + " is missing: run `frist topics create`");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, limit);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
            if (!patient.isLeft()) {
                throw new StartupException(
                        "topic " + topic + " was not read to its end within " + limit + " (startup.timeout)");
            }
        }
        return records;
    }

    private Content judge(List<ConsumerRecord<String, byte[]>> records, KafkaAvroDeserializer values) {
        PolicyBook book = PolicyBook.EMPTY;
        List<Version> versions = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Version version = judge(record, values, book);
            versions.add(version);
            if (version.isAccepted() && version.policy() != null) {
                book = book.with(version.policy());
            }
        }
        return new Content(List.copyOf(versions), book);
    }

    private Version judge(ConsumerRecord<String, byte[]> record, KafkaAvroDeserializer values, PolicyBook book) {
        String key = String.valueOf(record.key());
        Reading reading = decode(record, values);
        WindowPolicy policy = reading.policy();
        String objection = reading.objection();
        if (policy != null) {
            objection = policy.ref().toString().equals(key)
                    ? PolicyGuard.objection(
                            policy,
                            record.timestamp(),
                            book,
                            config.policyLead().toMillis())
                    : "the key is '" + key + "', but must be " + policy.ref();
        }
        return new Version(key, policy, record.timestamp(), record.offset(), objection);
    }

    private Reading decode(ConsumerRecord<String, byte[]> record, KafkaAvroDeserializer values) {
        if (record.value() == null) {
            return new Reading(null, "the record has no value: a version is never taken away");
        }
        try {
            return values.deserialize(topic, record.value()) instanceof dev.frist.schema.WindowPolicy policy
                    ? PolicyReader.read(policy)
                    : new Reading(null, "the record is no WindowPolicy");
        } catch (SerializationException undecodable) {
            if (isOutOfReach(undecodable)) {
                throw new StartupException(
                        "the schema registry went away: " + Patient.reason(undecodable), undecodable);
            }
            return new Reading(null, "the record can't be decoded: " + Patient.reason(undecodable));
        }
    }

    /** That a registry is down says nothing about a record. */
    private static boolean isOutOfReach(SerializationException failure) {
        return failure.getCause() instanceof SocketException
                || failure.getCause() instanceof SocketTimeoutException
                || failure.getCause() instanceof UnknownHostException;
    }

    private KafkaAvroDeserializer deserializer(RegistryConnection registry) {
        Map<String, Object> settings = new HashMap<>(config.registry());
        settings.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, "true");
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry.client());
        deserializer.configure(settings, false);
        return deserializer;
    }

    private KafkaAvroSerializer serializer() {
        Map<String, Object> settings = new HashMap<>(config.registry());
        settings.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, "false");
        settings.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, "true");
        KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        serializer.configure(settings, false);
        return serializer;
    }
}
