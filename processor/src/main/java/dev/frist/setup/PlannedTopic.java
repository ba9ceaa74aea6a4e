package dev.frist.setup;

import dev.frist.schema.Contracts;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it should be.
 *
 * @param name with its prefix
 * @param contract its name without a prefix, see {@link dev.frist.schema.Contracts}
 * @param partitions how many
 * @param replicas how many; empty leaves it to the brokers
 * @param configs what deviates from the brokers' defaults, by Kafka's name of it
 * @param schema of its values; empty where they have none in the registry
 * @param input whether it is read
 */
public record PlannedTopic(
        String name,
        String contract,
        int partitions,
        Optional<Short> replicas,
        Map<String, String> configs,
        Optional<Schema> schema,
        boolean input) {

    /** Whether it is the topic of policies, which is unlike all others. */
    boolean isPolicies() {
        return contract.equals(Contracts.WINDOW_POLICIES);
    }

    NewTopic toCreate() {
        return new NewTopic(name, Optional.of(partitions), replicas).configs(configs);
    }
}
