package dev.frist.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.junit.jupiter.api.Test;

/** The contracts travel: through Confluent's serializers with generated and generic records, and by themselves. */
final class WireFormatTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");
    private static final Map<String, Object> CONFIG = Map.of(
            "schema.registry.url", "mock://contracts",
            "auto.register.schemas", false,
            "avro.remove.java.properties", true,
            "specific.avro.reader", true);

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

    private Object throughKafka(String topic, Object value) throws Exception {
        registry.register(Contracts.subject(topic), new AvroSchema(Contracts.schemaOf(topic)));
        byte[] bytes;
        try (var serializer = new KafkaAvroSerializer(registry, CONFIG)) {
            bytes = serializer.serialize(topic, value);
        }
        try (var deserializer = new KafkaAvroDeserializer(registry, CONFIG)) {
            return deserializer.deserialize(topic, bytes);
        }
    }

    private static ReturnEvent registered() {
        return ReturnEvent.newBuilder()
                .setEventId("e1")
                .setOrderId("O1")
                .setOccurredAt(AT)
                .setSource("checkout")
                .setPayload(ReturnRegistered.newBuilder()
                        .setReturnId("R1")
                        .setKind(ReturnKind.WITHDRAWAL)
                        .setRegisteredBy(Party.CONSUMER)
                        .setLines(List.of(new LineQuantity("L1", 2)))
                        .build())
                .build();
    }

    private static Dispute dispute() {
        return Dispute.newBuilder()
                .setDecisionId("d1")
                .setOrderId("O1")
                .setReturnId("R1")
                .setSequence(2)
                .setDecidedAt(AT)
                .setType(DisputeType.OPENED)
                .setGround(Ground.MERCHANT_SILENT)
                .setLines(List.of(new DecisionLine("L1", 1, 49900L, Ground.MERCHANT_SILENT)))
                .setAmount(49900L)
                .setCurrency("SEK")
                .setDeadline(Deadline.newBuilder()
                        .setAnchor(AT)
                        .setDue(AT.plusSeconds(60))
                        .setExtensions(List.of(AT.plusSeconds(30), AT.plusSeconds(60)))
                        .setPolicyId("se-default")
                        .setVersion(1)
                        .build())
                .setInvoice(new Invoice(99800L, 0L, 0L, 49900L, 49900L, InvoiceAction.HOLD_PART))
                .setOwner(new Owner("M1", "DIRECT", "merchant"))
                .setAudience(List.of(Audience.MERCHANT, Audience.CONSUMER))
                .setAllowedActions(List.of("CreditNoteIssued"))
                .setReview(Review.STANDARD)
                .setExplanation(new Explanation("SILENT", "The merchant was silent.", Map.of("units", "1")))
                .setEvidence(List.of(new Evidence("e1", "returns", 0, 17L)))
                .build();
    }

    @Test
    void aGeneratedEventComesBackAsItWas() throws Exception {
        assertThat(throughKafka(Contracts.RETURNS, registered())).isEqualTo(registered());
    }

    @Test
    void aDecisionComesBackWithItsMomentsTextsAndNulls() throws Exception {
        Object back = throughKafka(Contracts.DISPUTES, dispute());

        assertThat(back).isEqualTo(dispute()).isInstanceOf(Dispute.class);
        Dispute dispute = (Dispute) back;
        assertThat(dispute.getDeadline().getExtensions()).containsExactly(AT.plusSeconds(30), AT.plusSeconds(60));
        assertThat(dispute.getDeadline().getTold()).isNull();
        assertThat(dispute.getExplanation().getParameters()).containsExactly(Map.entry("units", "1"));
    }

    private static GenericRecord event(Schema event, String kind) {
        Schema payload = event.getField("payload").schema().getTypes().get(0);
        Schema line = payload.getField("lines").schema().getElementType();
        return new GenericRecordBuilder(event)
                .set("eventId", "e1")
                .set("orderId", "O1")
                .set("occurredAt", AT.toEpochMilli())
                .set("source", "checkout")
                .set(
                        "payload",
                        new GenericRecordBuilder(payload)
                                .set("returnId", "R1")
                                .set("kind", symbol(payload, "kind", kind))
                                .set("registeredBy", symbol(payload, "registeredBy", "CONSUMER"))
                                .set(
                                        "lines",
                                        List.of(new GenericRecordBuilder(line)
                                                .set("lineId", "L1")
                                                .set("quantity", 2)
                                                .build()))
                                .build())
                .build();
    }

    private static GenericData.EnumSymbol symbol(Schema record, String field, String symbol) {
        return new GenericData.EnumSymbol(record.getField(field).schema(), symbol);
    }

    @Test
    void aGenericRecordOfAnotherTeamIsReadAsTheGeneratedOne() throws Exception {
        GenericRecord generic = event(Contracts.schemaOf(Contracts.RETURNS), "WITHDRAWAL");

        assertThat(throughKafka(Contracts.RETURNS, generic)).isEqualTo(registered());
    }

    @Test
    void aSymbolFromTheFutureIsReadAsUnknown() throws Exception {
        Schema future = new Schema.Parser()
                .parse(Contracts.schemaOf(Contracts.RETURNS)
                        .toString()
                        .replace("\"NOT_RECEIVED\"],\"default\"", "\"NOT_RECEIVED\",\"RENTAL_OVER\"],\"default\""));
        GenericRecord event = event(future, "RENTAL_OVER");
        ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), future).encode(event);
        BinaryMessageDecoder<ReturnEvent> decoder = ReturnEvent.createDecoder(new SchemaStore.Cache());
        decoder.addSchema(future);

        ReturnEvent read = decoder.decode(bytes);

        assertThat(((ReturnRegistered) read.getPayload()).getKind()).isEqualTo(ReturnKind.UNKNOWN);
    }

    @Test
    void singleObjectEncodingCarriesTheFingerprintSoThatStateNeedsNoRegistry() throws Exception {
        ByteBuffer bytes = dispute().toByteBuffer();

        assertThat(bytes.get(0)).isEqualTo((byte) 0xC3);
        assertThat(bytes.get(1)).isEqualTo((byte) 0x01);
        assertThat(Dispute.fromByteBuffer(bytes)).isEqualTo(dispute());
    }
}
