package dev.frist.topology;

import dev.frist.contract.ContractCodec;
import dev.frist.domain.fact.Position;
import dev.frist.policy.PolicyLedger;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the policy topic, live and at every start from its beginning (the global store is in memory, so Kafka Streams
 * sends all of the topic through here again). It can forward nothing; rejections wait in the ledger.
 *
 * <p>Nothing may be thrown here but for a process that ends: at the start Kafka Streams would count it as a record that
 * cannot be decoded, later it would end the instance.
 */
final class PolicyProcessor implements Processor<byte[], byte[], Void, Void> {

    private final PolicyLedger ledger;
    private final ContractCodec codec;
    private final RegistryPatience patience;
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable KeyValueStore<String, byte[]> store;

    PolicyProcessor(TopologyParts parts, PolicyLedger ledger) {
        this.ledger = ledger;
        this.codec = parts.registry().codec();
        this.patience = new RegistryPatience(parts.telemetry(), parts.stopping());
    }

    @Override
    public void init(ProcessorContext<Void, Void> opened) {
        context = opened;
        store = opened.getStateStore(Names.POLICIES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context == null ? null : context.recordMetadata().orElse(null);
        // A compacted topic takes no record without a key, and Kafka Streams leaves it out where it reads again.
        if (at == null || record.key() == null) {
            return;
        }
        Position position = new Position(at.topic(), at.partition(), at.offset());
        patience.insist(() -> {
            ledger.read(record.key(), record.value(), record.headers(), position, record.timestamp(), codec);
            return position;
        });
        show(record);
    }

    /** For those who query the store: what was accepted, as it was written. */
    private void show(Record<byte[], byte[]> record) {
        String name = new String(record.key(), StandardCharsets.UTF_8);
        boolean isAccepted = ledger.book().all().stream()
                .anyMatch(policy -> policy.ref().toString().equals(name));
        if (store != null && isAccepted) {
            store.putIfAbsent(name, record.value());
        }
    }
}
