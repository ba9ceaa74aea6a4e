package dev.frist.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class LocalStackIT {

    private static final Schema SCHEMA = SchemaBuilder.record("Parcel")
            .namespace("dev.frist.stack")
            .fields()
            .requiredString("label")
            .endRecord();

    @Test
    void carriesARecordOfTheConfluentClient(LocalStack stack) throws Exception {
        String topic = "parcels-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        GenericRecord parcel = new GenericRecordBuilder(SCHEMA)
                .set("label", "handle with care")
                .build();
        Map<String, Object> clients = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "schema.registry.url",
                stack.registryUrl(),
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                KafkaAvroSerializer.class,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                KafkaAvroDeserializer.class,
                "group.id",
                topic,
                "auto.offset.reset",
                "earliest");

        try (KafkaProducer<String, Object> producer = new KafkaProducer<>(clients)) {
            producer.send(new ProducerRecord<>(topic, "k", parcel)).get();
        }

        List<Object> received = new ArrayList<>();
        try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(clients)) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> received.add(record.value()));
                return !received.isEmpty();
            });
        }
        assertThat(received).singleElement().hasToString(parcel.toString());
    }

    @Test
    void refusesASchemaThatBreaksAnEarlierOne(LocalStack stack) throws Exception {
        String subject = "parcels-" + UUID.randomUUID() + "-value";
        Schema other = SchemaBuilder.record("Parcel")
                .namespace("dev.frist.stack")
                .fields()
                .requiredLong("weight")
                .endRecord();
        try (CachedSchemaRegistryClient registry = new CachedSchemaRegistryClient(stack.registryUrl(), 10)) {
            registry.register(subject, new AvroSchema(SCHEMA));

            assertThatThrownBy(() -> registry.register(subject, new AvroSchema(other)))
                    .isInstanceOf(RestClientException.class);
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly(LocalStack stack) {
        assertThat(stack.bootstrapServers()).startsWith("127.0.0.1:");
        assertThat(stack.registryUrl()).startsWith("http://127.0.0.1:");
    }
}
