package dev.frist.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.RandomRecords;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class OrderCodecTest {

    private final OrderCodec codec = new OrderCodec();

    /** An erasure is never stored, nor is what was published at it. */
    static RandomRecords random(long seed) {
        List<Ground> grounds = new ArrayList<>(List.of(Ground.values()));
        grounds.remove(Ground.ERASED);
        return new RandomRecords(seed)
                .only(DecisionType.class, List.of(DecisionType.RESOLVED, DecisionType.REOPENED))
                .only(Ground.class, grounds)
                .never(OrderErased.class);
    }

    @Test
    void everyOrderComesBackAsItWentIn() {
        RandomRecords random = random(11);
        for (int i = 0; i < 100; i++) {
            StoredOrder order = random.next(StoredOrder.class);
            assertThat(codec.decode(codec.encode(order)))
                    .usingRecursiveComparison()
                    .isEqualTo(order);
        }
    }

    @Test
    void anOrderOfWhichNothingIsKnownComesBackToo() {
        StoredOrder unknown = StoredOrder.unknown("O1");
        assertThat(codec.decode(codec.encode(unknown))).isEqualTo(unknown);
        assertThat(unknown.isEmpty()).isTrue();
    }

    @Test
    void anyReaderOfAvroReadsTheSameFields() throws IOException {
        BinaryMessageDecoder<GenericRecord> reader =
                new BinaryMessageDecoder<>(GenericData.get(), OrderSchemas.current());
        BinaryMessageEncoder<GenericRecord> writer =
                new BinaryMessageEncoder<>(GenericData.get(), OrderSchemas.current());
        RandomRecords random = random(12);
        for (int i = 0; i < 50; i++) {
            StoredOrder order = random.next(StoredOrder.class);
            byte[] rewritten = writer.encode(reader.decode(codec.encode(order))).array();
            assertThat(codec.decode(rewritten)).usingRecursiveComparison().isEqualTo(order);
        }
    }

    @Test
    void brokenBytesAreCalledCorruptWhateverIsBroken() {
        Random random = new Random(13);
        byte[] sound = codec.encode(random(13).next(StoredOrder.class));
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            for (int flips = random.nextInt(4); flips > 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                codec.decode(broken);
            } catch (CorruptStateException expected) {
                assertThat(expected).hasMessageContaining("stored");
            }
        }
    }

    @Test
    void bytesOfAnotherVersionAreReadAsTheCurrentOne() throws IOException {
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("dropped", Schema.create(Schema.Type.LONG)));
        OrderSchemas.current().getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema another = Schema.createRecord("Order", null, "dev.frist.state", false, fields);
        StoredOrder order = random(14).next(StoredOrder.class);
        GenericRecord known = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), OrderSchemas.current())
                .decode(codec.encode(order));
        GenericRecordBuilder old = new GenericRecordBuilder(another).set("dropped", 7L);
        OrderSchemas.current().getFields().forEach(field -> old.set(field.name(), known.get(field.name())));
        byte[] bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), another)
                .encode(old.build())
                .array();

        OrderCodec later = new OrderCodec(fingerprint -> another);

        assertThat(later.decode(bytes)).usingRecursiveComparison().isEqualTo(order);
    }

    @Test
    void bytesOfAnUnknownVersionAreNamed() {
        byte[] bytes = codec.encode(StoredOrder.unknown("O1"));
        bytes[5] ^= 1;
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("another version of the program");
    }
}
