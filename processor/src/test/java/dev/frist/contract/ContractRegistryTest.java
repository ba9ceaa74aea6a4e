package dev.frist.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.ReturnPayload.ReturnLost;
import dev.frist.schema.OrderEvent;
import dev.frist.schema.ReturnEvent;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRegistryTest {

    private static final RecordHeaders NONE = new RecordHeaders();

    private final ContractRegistry registry = ContractRegistry.connect(
            Map.of("schema.registry.url", "mock://" + UUID.randomUUID(), "auto.register.schemas", true));
    private final ContractCodec codec = registry.codec();
    private final SpecificRecord lost = EventWriter.write("e1", "O1", 7, "shop", null, new ReturnLost("R1", "post"));

    @Test
    void whatWasWrittenIsRead() throws UndecodableException {
        byte[] bytes = codec.encode("returns", lost);
        assertThat(codec.decode("returns", NONE, bytes, ReturnEvent.getClassSchema()))
                .isEqualTo(lost);
    }

    @Test
    void aRecordOfAnotherContractIsUndecodable() {
        SpecificRecord reversed = EventWriter.write("e1", "O1", 7, "shop", null, new CorrectionReversed("K2", "K1"));
        byte[] bytes = codec.encode("orders", reversed);
        assertThatThrownBy(() -> codec.decode("orders", NONE, bytes, OrderEvent.getClassSchema()))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsUndecodable() {
        byte[] bytes =
                ByteBuffer.allocate(9).put((byte) 0).putInt(4711).putInt(0).array();
        assertThatThrownBy(() -> codec.decode("returns", NONE, bytes, ReturnEvent.getClassSchema()))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("4711");
    }

    @Test
    void brokenBytesAreUndecodableAndNothingElse() {
        byte[] sound = codec.encode("returns", lost);
        Random random = new Random(5);
        int undecodable = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = Arrays.copyOf(sound, random.nextInt(sound.length + 3));
            for (int flips = 1 + random.nextInt(4); flips > 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                codec.decode("returns", NONE, broken, ReturnEvent.getClassSchema());
            } catch (UndecodableException expected) {
                undecodable++;
            }
        }
        assertThat(undecodable).isPositive();
    }

    @Test
    void aRegistryThatDoesNotAnswerSaysNothingAboutTheRecord() {
        try (ContractRegistry nowhere = ContractRegistry.connect(Map.of(
                "schema.registry.url", "http://127.0.0.1:1", "max.retries", "0", "http.connect.timeout.ms", "500"))) {
            ContractCodec unconnected = nowhere.codec();
            byte[] bytes = codec.encode("returns", lost);
            assertThatThrownBy(() -> unconnected.decode("returns", NONE, bytes, ReturnEvent.getClassSchema()))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThatThrownBy(() -> unconnected.encode("returns", lost))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, 40403, false",
        "404, 40401, false",
        "422, 42201, false",
        "404, 404, true",
        "401, 40101, true",
        "403, 40301, true",
        "429, 42901, true",
        "500, 50001, true",
        "503, 503, true"
    })
    void whoIsToBlameFollowsFromTheAnswer(int status, int code, boolean isUnavailable) {
        SchemaRegistryClient client = failing(new RestClientException("no", status, code));
        Class<? extends Throwable> expected =
                isUnavailable ? RegistryUnavailableException.class : RestClientException.class;
        assertThatThrownBy(() -> client.getSchemaById(1)).isInstanceOf(expected);
    }

    @Test
    void aBrokenConnectionIsTheRegistrysFault() {
        SchemaRegistryClient client = failing(new ConnectException("refused"));
        assertThatThrownBy(() -> client.getSchemaById(1)).isInstanceOf(RegistryUnavailableException.class);
    }

    private static SchemaRegistryClient failing(Exception failure) {
        assertThat(failure).isInstanceOfAny(IOException.class, RestClientException.class);
        return RegistryFailures.named((SchemaRegistryClient) Proxy.newProxyInstance(
                ContractRegistryTest.class.getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                (proxy, method, arguments) -> {
                    throw failure;
                }));
    }
}
