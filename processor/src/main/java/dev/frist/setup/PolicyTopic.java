package dev.frist.setup;

import dev.frist.config.FristConfig;
import dev.frist.config.Settings;
import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.contract.PolicyReader;
import dev.frist.contract.PolicyWriter;
import dev.frist.contract.RegistryUnavailableException;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.fact.Position;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.policy.PolicyLedger;
import dev.frist.policy.RejectedPolicy;
import dev.frist.schema.Contracts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topic of policies, read and written from outside of the processor, with the same guard. */
public final class PolicyTopic {

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
        RegistryConnection.open(config).close();
        try (ContractRegistry registry = ContractRegistry.connect(config.registry());
                TopicScan scan = TopicScan.of(config, topic)) {
            int partitions = scan.partitions().size();
            if (partitions > TopicPlan.POLICY_PARTITIONS) {
                throw new StartupException("topic " + topic + " has " + partitions + " partitions, but must have 1");
            }
            return judge(scan, registry.codec());
        } catch (RegistryUnavailableException wentAway) {
            throw new StartupException("the schema registry went away: " + Patient.reason(wentAway), wentAway);
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
        try (ContractRegistry registry = ContractRegistry.connect(config.registry());
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ContractCodec codec = registry.codec();
            for (WindowPolicy policy : policies) {
                byte[] value = codec.encode(topic, PolicyWriter.write(policy));
                RecordMetadata written = producer.send(
                                new ProducerRecord<>(topic, policy.ref().toString(), value))
                        .get();
                offsets.add(written.offset());
            }
            return offsets;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while writing to topic " + topic, interrupted);
        } catch (ExecutionException | KafkaException | RegistryUnavailableException failed) {
            throw new StartupException("topic " + topic + " can't be written: " + Patient.reason(failed), failed);
        }
    }

    private Content judge(TopicScan scan, ContractCodec codec) {
        PolicyLedger ledger = new PolicyLedger(config.policyLead().toMillis());
        scan.forEach(record -> ledger.read(
                record.key() == null ? new byte[0] : record.key(),
                record.value(),
                record.headers(),
                new Position(record.topic(), record.partition(), record.offset()),
                record.timestamp(),
                codec));
        List<Version> versions = new ArrayList<>();
        ledger.accepted()
                .forEach(policy -> versions.add(new Version(
                        policy.policy().ref().toString(),
                        policy.policy(),
                        policy.writtenAt(),
                        policy.position().offset(),
                        null)));
        ledger.rejectedFrom(0)
                .forEach(policy -> versions.add(new Version(
                        policy.key(),
                        decoded(policy, codec),
                        policy.writtenAt(),
                        policy.position().offset(),
                        policy.detail())));
        versions.sort(Comparator.comparingLong(Version::offset));
        return new Content(List.copyOf(versions), ledger.book());
    }

    private static @Nullable WindowPolicy decoded(RejectedPolicy rejected, ContractCodec codec) {
        try {
            return rejected.value() != null
                            && codec.decode(
                                            rejected.position().topic(),
                                            new RecordHeaders(),
                                            rejected.value(),
                                            dev.frist.schema.WindowPolicy.getClassSchema())
                                    instanceof dev.frist.schema.WindowPolicy policy
                    ? PolicyReader.read(policy).policy()
                    : null;
        } catch (UndecodableException undecodable) {
            return null;
        }
    }
}
