package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.Party;
import dev.frist.schema.DeadLetterHeaders;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseTopologyTest {

    private static final Duration WINDOW = Duration.ofDays(21);
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static final OrderErased ERASED = new OrderErased(Party.OPERATOR, "asked for");

    private final Simulation simulation = new Simulation();

    @BeforeEach
    void publishThePolicy() {
        simulation.policy(Samples.policy(1, "PT504H", 0), 0);
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void aDisputeOpensAtTheInstantItIsDueForTheOutstandingUnitsOnly() {
        long registeredAt = simulation.now();
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(2));
        assertThat(simulation.notices()).extracting(Decision::type).containsExactly(DecisionType.RETURN_OPENED);
        simulation.run(Duration.ofDays(1));
        simulation.event("O1", Samples.credited(1));
        simulation.run(Duration.ofDays(30));

        assertThat(simulation.disputes()).singleElement().satisfies(dispute -> {
            assertThat(dispute.type()).isEqualTo(DecisionType.OPENED);
            assertThat(dispute.decidedAt())
                    .isEqualTo(registeredAt + WINDOW.plus(GRACE).toMillis());
            assertThat(dispute.lines())
                    .extracting(DecisionLine::lineId, DecisionLine::quantity, DecisionLine::amount)
                    .containsExactly(tuple("L1", 1, 50_000L));
        });
        assertThat(simulation.deadLetters()).isEmpty();
    }

    @Test
    void whatIsCreditedInFullIsResolvedAndNeverDisputed() {
        simulation.event("O1", Samples.credited(2));
        simulation.event("O1", Samples.registered(2));
        simulation.event("O1", Samples.order());
        simulation.run(Duration.ofDays(60));
        assertThat(simulation.resolutions()).extracting(Decision::ground).containsExactly(Ground.CREDITED);
        assertThat(simulation.disputes()).isEmpty();
        assertThat(simulation.deadLetters()).isEmpty();
    }

    @Test
    void aDuplicateChangesNothing() {
        simulation.event("a", "O1", simulation.now(), Samples.order());
        simulation.event("b", "O1", simulation.now(), Samples.registered(1));
        var due = simulation.nextDue();
        simulation.notices();
        simulation.event("b", "O1", simulation.now(), Samples.registered(1));
        assertThat(simulation.notices()).isEmpty();
        assertThat(simulation.deadLetters()).isEmpty();
        assertThat(simulation.nextDue()).isEqualTo(due);
    }

    @Test
    void bytesThatAreNoEventAreADeadLetterAsTheyCame() {
        byte[] value = {0, 0, 0, 0, 99, 1, 2, 3};
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", new byte[] {7});
        simulation.raw(simulation.topics().returns(), Simulation.bytes("O1"), value, headers);
        simulation.raw(simulation.topics().returns(), null, new byte[0], new RecordHeaders());
        simulation.raw(simulation.topics().orders(), new byte[] {-1, -2}, null, new RecordHeaders());

        var deadLetters = simulation.deadLetters();

        assertThat(deadLetters)
                .extracting(Simulation::reason)
                .containsOnly("UNDECODABLE")
                .hasSize(3);
        TestRecord<byte[], byte[]> first = deadLetters.get(0);
        assertThat(first.key()).isEqualTo(Simulation.bytes("O1"));
        assertThat(first.value()).isEqualTo(value);
        assertThat(first.headers().lastHeader("traceparent").value()).isEqualTo(new byte[] {7});
        assertThat(Simulation.header(first, DeadLetterHeaders.TOPIC)).isEqualTo("test.returns");
        assertThat(Simulation.header(first, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(Simulation.header(first, DeadLetterHeaders.OFFSET)).isEqualTo("0");
        assertThat(Simulation.header(first, DeadLetterHeaders.EXCEPTION)).endsWith("UndecodableException");
        assertThat(Simulation.header(first, DeadLetterHeaders.MESSAGE)).contains("99");
        assertThat(deadLetters.get(2).key()).isEqualTo(new byte[] {-1, -2});
        assertThat(deadLetters.get(2).value()).isNull();
    }

    @Test
    void whatTheDomainRefusesNamesReasonAndEvent() {
        simulation.event("e1", "O1", simulation.now() + 3_600_000, Samples.order());
        simulation.event("bad id", "O1", simulation.now(), Samples.order());

        var deadLetters = simulation.deadLetters();

        assertThat(deadLetters).extracting(Simulation::reason).containsExactly("OCCURRED_IN_FUTURE", "BAD_ID");
        assertThat(Simulation.header(deadLetters.get(0), DeadLetterHeaders.EVENT_ID))
                .isEqualTo("e1");
        assertThat(simulation.nextDue()).isEmpty();
    }

    @Test
    void aReturnThatNobodyOrderedWaitsAndThenIsADeadLetterWithItsBytes() {
        simulation.event("O1", Samples.registered(1));
        assertThat(simulation.deadLetters()).isEmpty();
        simulation.run(Duration.ofDays(8));
        assertThat(simulation.deadLetters()).singleElement().satisfies(record -> {
            assertThat(Simulation.reason(record)).isEqualTo("ORPHANED");
            assertThat(record.key()).isEqualTo(Simulation.bytes("O1"));
            assertThat(record.value()).startsWith(0);
        });
        assertThat(simulation.nextDue()).isEmpty();
    }

    @Test
    void aPolicyThatIsRejectedIsADeadLetterOnceAndChangesNothing() {
        simulation.policy(Samples.policy(2, "PT1H", 0), simulation.now());
        simulation.policy(Samples.policy(1, "PT1H", 0), simulation.now());
        simulation.policy(Samples.policy(1, "PT504H", 0), simulation.now());
        simulation.sweep().sweep();

        assertThat(simulation.deadLetters())
                .extracting(Simulation::reason, record -> Simulation.header(record, DeadLetterHeaders.EVENT_ID))
                .containsExactly(tuple("POLICY_REJECTED", "se-default@2"), tuple("POLICY_REJECTED", "se-default@1"));
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(1));
        simulation.run(Duration.ofDays(20));
        assertThat(simulation.disputes()).isEmpty();
    }

    @Test
    void anErasedOrderLeavesNeitherFactsNorAWindow() {
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(2));
        assertThat(simulation.nextDue()).isPresent();
        simulation.event("O1", ERASED);
        assertThat(simulation.resolutions()).extracting(Decision::ground).containsExactly(Ground.ERASED);
        assertThatNothingIsKept();
        assertThat(simulation.nextDue()).isEmpty();
        simulation.event("O1", ERASED);
        assertThatNothingIsKept();
        assertThat(simulation.deadLetters()).isEmpty();
    }

    @Test
    void anOrderThatCannotBeReadIsErasedAllTheSame() {
        simulation.event("O1", Samples.order());
        KeyValueStore<String, byte[]> facts = simulation.driver().getKeyValueStore(Names.ORDER_FACTS);
        facts.put("O1", Simulation.bytes("no order, but perhaps a customer"));
        simulation.event("O1", new OrderErased(Party.MERCHANT, "not entitled"));
        assertThat(simulation.deadLetters()).extracting(Simulation::reason).containsExactly("UNPROCESSABLE");
        assertThat(facts.get("O1")).isNotNull();

        simulation.event("O1", ERASED);

        assertThatNothingIsKept();
        assertThat(simulation.deadLetters()).isEmpty();
        simulation.run(Duration.ofDays(1200));
        assertThat(simulation.nextDue()).isEmpty();
    }

    private void assertThatNothingIsKept() {
        try (var orders =
                simulation.driver().getKeyValueStore(Names.ORDER_FACTS).all()) {
            assertThat(orders.hasNext()).isFalse();
        }
    }

    @Test
    void anOrderIsForgottenWithAllThatWasKeptOfIt() {
        simulation.event("O1", Samples.order());
        assertThat(simulation.nextDue()).isPresent();
        simulation.run(Duration.ofDays(1200));
        assertThat(simulation.nextDue()).isEmpty();
        assertThatNothingIsKept();
    }
}
