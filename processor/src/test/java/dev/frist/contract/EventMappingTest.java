package dev.frist.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.RandomRecords;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.schema.ReturnEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventMappingTest {

    private static final Position POSITION = new Position("returns", 3, 17);
    private static final byte[] ORIGINAL = {1, 2, 3};

    static Stream<Class<? extends Record>> payloads() {
        return RandomRecords.recordsOf(Payload.class).stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void everyPayloadComesBackAsItWentOut(Class<? extends Record> type) {
        RandomRecords random = new RandomRecords(type.getName().hashCode());
        for (int i = 0; i < 50; i++) {
            Payload payload = (Payload) random.next(type);
            SpecificRecord written = EventWriter.write("e" + i, "O", i, "shop", null, payload);

            Event read = EventReader.read("O", AvroBytes.roundTrip(written), POSITION, 99, ORIGINAL);

            assertThat(read).isEqualTo(new Event("O", "e" + i, "O", i, payload, POSITION, 99, ORIGINAL));
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void everyFieldHasTheSameNameAndValueOnBothSides(Class<? extends Record> type) {
        RandomRecords random = new RandomRecords(type.getName().hashCode() + 1);
        for (int i = 0; i < 50; i++) {
            Record payload = random.next(type);
            SpecificRecord written = EventWriter.write("e", "O", i, "shop", null, (Payload) payload);
            Object inContract =
                    written.get(written.getSchema().getField("payload").pos());

            assertThat(Flat.ofAvro(inContract)).isEqualTo(Flat.ofRecord(payload));
        }
    }

    @Test
    void extremeInstantsPass() {
        for (long extreme : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1, 253_402_300_800_000L}) {
            SpecificRecord written =
                    EventWriter.write("e", "O", extreme, "shop", "c", new ReturnCancelled("R", Party.UNKNOWN, null));
            Event read = EventReader.read(null, AvroBytes.roundTrip(written), POSITION, extreme, ORIGINAL);
            assertThat(read.occurredAt()).isEqualTo(extreme);
            assertThat(((ReturnCancelled) read.payload()).by()).isEqualTo(Party.UNKNOWN);
        }
    }

    @Test
    void aWordOfANewerContractIsUnknown() {
        ReturnEvent event = new ReturnEvent(
                "e",
                "O",
                Instant.EPOCH,
                "shop",
                null,
                new dev.frist.schema.ReturnCancelled("R", dev.frist.schema.Party.CONSUMER, null));
        SpecificRecord read = AvroBytes.readAsIfWrittenWith(event, "CONSUMER", "BYSTANDER");
        assertThat(((ReturnCancelled) EventReader.read("O", read, POSITION, 0, ORIGINAL)
                                .payload())
                        .by())
                .isEqualTo(Party.UNKNOWN);
    }

    @Test
    void aDecisionIsNoEvent() {
        RandomRecords random = new RandomRecords(1);
        SpecificRecord dispute = DecisionMappingTest.dispute(random.next(Decision.class));
        assertThatThrownBy(() -> EventReader.read("O", dispute, POSITION, 0, ORIGINAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dev.frist.schema.Dispute is no event");
    }
}
