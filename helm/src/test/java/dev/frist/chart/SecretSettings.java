package dev.frist.chart;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/** The settings whose definitions say that they hold a password. */
final class SecretSettings {

    private static final List<ConfigDef> DEFINITIONS = List.of(
            StreamsConfig.configDef(),
            ConsumerConfig.configDef(),
            ProducerConfig.configDef(),
            AdminClientConfig.configDef(),
            AbstractKafkaSchemaSerDeConfig.baseConfigDef());

    private SecretSettings() {}

    /** Whether it is one of them, or one that is aimed at a client. */
    static boolean has(String name) {
        return names().stream().anyMatch(name::endsWith);
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (ConfigDef definition : DEFINITIONS) {
            definition.configKeys().values().stream()
                    .filter(key -> key.type() == ConfigDef.Type.PASSWORD)
                    // Certificates to trust are no secret.
                    .filter(key -> !key.name.endsWith("truststore.certificates"))
                    .forEach(key -> names.add(key.name));
        }
        return names;
    }
}
