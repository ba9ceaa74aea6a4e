package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frist.schema.Contracts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {Contracts.ORDERS, Contracts.RETURNS, Contracts.INVOICE_CORRECTIONS})
    void everyPayloadOfATopicHasAnExample(String topic) throws IOException {
        List<String> payloads = Contracts.schemaOf(topic).getField("payload").schema().getTypes().stream()
                .map(Schema::getName)
                .toList();
        assertThat(Examples.of().on(topic).keySet()).containsExactlyInAnyOrderElementsOf(payloads);
    }

    @ParameterizedTest
    @ValueSource(strings = {Contracts.WINDOW_POLICIES, Contracts.DISPUTES, Contracts.RESOLUTIONS, Contracts.NOTICES})
    void everyOtherTopicWithAContractHasOne(String topic) throws IOException {
        assertThat(Examples.of().on(topic)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Contracts.RETURNS, Contracts.DISPUTES})
    void anyReaderOfTheContractReadsThem(String topic) throws IOException {
        Schema contract = Contracts.schemaOf(topic);
        for (Map.Entry<String, JsonNode> example : Examples.of().on(topic).entrySet()) {
            GenericRecord read = new GenericDatumReader<GenericRecord>(contract)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .jsonDecoder(contract, example.getValue().toString()));
            assertThat(read.get("orderId")).hasToString("O-1001");
        }
    }
}
