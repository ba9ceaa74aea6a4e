package dev.frist.topology;

import static dev.frist.topology.ScriptedEngine.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.schema.DeadLetterHeaders;
import dev.frist.topology.ScriptedEngine.Woken;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Duration LONG = Duration.ofHours(2);

    private final ScriptedEngine engine = new ScriptedEngine();
    private final AtomicLong withheld = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private Simulation simulation;

    @AfterEach
    void close() {
        simulation.close();
    }

    private void start(UnaryOperator<TopologyParts> change) {
        Telemetry counting = new Telemetry() {
            @Override
            public void wakeUpWithheld() {
                withheld.incrementAndGet();
            }

            @Override
            public void wakeUpFailed() {
                failed.incrementAndGet();
            }
        };
        simulation = new Simulation(engine, parts -> change.apply(parts.withTelemetry(counting)));
    }

    @Test
    void nothingFiresUntilTheInputIsCompleteAndThenOnlyWhatWasDueByThen() {
        AtomicLong completeUpTo = new AtomicLong(Completeness.UNKNOWN);
        start(parts -> parts.withCompleteness(partition -> completeUpTo.get()));
        long start = simulation.now();
        simulation.event("A", Samples.order());
        simulation.skip(Duration.ofMinutes(10));
        simulation.event("B", Samples.order());
        simulation.skip(LONG).sweep();
        assertThat(engine.woken).isEmpty();

        completeUpTo.set(start + HOUR - 1);
        simulation.sweep();
        assertThat(engine.woken).isEmpty();

        completeUpTo.set(start + HOUR + 5);
        simulation.sweep();
        assertThat(engine.woken).containsExactly(new Woken("A", start + HOUR + 5));

        completeUpTo.set(simulation.now());
        simulation.sweep().sweep();
        assertThat(engine.woken).containsExactly(new Woken("A", start + HOUR + 5), new Woken("B", simulation.now()));
    }

    @Test
    void aStormIsWorkedOffInTurnsAndEachTurnHandlesAtLeastOne() {
        start(parts -> parts.withSweep(new SweepBudget(Duration.ofMillis(1), Duration.ZERO, 1000)));
        for (int i = 0; i < 5; i++) {
            simulation.event("O" + i, Samples.order());
        }
        simulation.skip(LONG);
        for (int turn = 1; turn <= 5; turn++) {
            simulation.sweep();
            assertThat(engine.woken).hasSize(turn);
        }
    }

    @Test
    void aTurnHandlesNoMoreThanItMay() {
        start(parts -> parts.withSweep(new SweepBudget(Duration.ofMillis(1), Duration.ofHours(1), 250)));
        for (int i = 0; i < 600; i++) {
            simulation.event("O" + i, Samples.order());
        }
        simulation.skip(LONG).sweep();
        assertThat(engine.woken).hasSize(250);
        simulation.sweep().sweep();
        assertThat(engine.woken).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void anOrderThatCannotBeWokenIsPutOffAndHoldsUpNoOther() {
        start(parts -> parts);
        engine.failingOrders.add("A");
        simulation.event("A", Samples.order());
        simulation.event("B", Samples.order());
        simulation.skip(LONG).sweep();
        assertThat(engine.woken).extracting(Woken::orderId).containsExactly("B");
        assertThat(failed).hasValue(1);
        simulation.sweep();
        assertThat(failed).hasValue(1);
        simulation.skip(Duration.ofMinutes(1)).sweep();
        assertThat(failed).hasValue(2);
        simulation.skip(Duration.ofMinutes(1)).sweep();
        assertThat(failed).hasValue(2);

        engine.failingOrders.clear();
        simulation.skip(Duration.ofMinutes(1)).sweep();
        assertThat(engine.woken).extracting(Woken::orderId).containsExactly("B", "A");
    }

    @Test
    void anOrderThatWasPutOffIsWokenInTimeAgainOnceARecordHasCome() {
        start(parts -> parts);
        engine.failingOrders.add("A");
        simulation.event("A", Samples.order());
        simulation.skip(LONG).sweep();
        engine.failingOrders.clear();
        simulation.event("A", Samples.order());
        long due = simulation.now() + HOUR;
        simulation.runUntil(due);
        assertThat(engine.woken).containsExactly(new Woken("A", due));
        assertThat(simulation.nextDue()).isEmpty();
    }

    @Test
    void anOrderThatAlwaysWantsToBeWokenAtOnceKeepsNoOtherWaiting() {
        start(parts -> parts);
        engine.neverContent = true;
        simulation.event("A", Samples.order());
        simulation.event("B", Samples.order());
        simulation.skip(LONG).sweep();
        assertThat(engine.woken).extracting(Woken::orderId).containsExactly("A", "B");
    }

    @Test
    void aRecordThatCannotBeJudgedIsADeadLetterAndItsOrderWaitsForIt() {
        start(parts -> parts);
        simulation.event("A", Samples.order());
        engine.failingEvents.add("bad");
        simulation.event("bad", "A", simulation.now(), Samples.credited(1));
        assertThat(simulation.deadLetters()).singleElement().satisfies(record -> {
            assertThat(Simulation.reason(record)).isEqualTo("UNPROCESSABLE");
            assertThat(Simulation.header(record, DeadLetterHeaders.EXCEPTION)).endsWith("ArithmeticException");
            assertThat(Simulation.header(record, DeadLetterHeaders.EVENT_ID)).isEqualTo("bad");
        });
        simulation.event("C", Samples.order());
        simulation.skip(LONG).sweep();
        assertThat(engine.woken).extracting(Woken::orderId).containsExactly("C");
        assertThat(withheld).hasValue(1);

        engine.failingEvents.clear();
        simulation.event("bad", "A", simulation.now(), Samples.credited(1));
        simulation.run(LONG);
        assertThat(engine.woken).extracting(Woken::orderId).containsExactly("C", "A");
    }

    @Test
    void anOrderThatWouldNotFitIsOneFactTooMany() {
        start(parts -> parts.withSizes(new SizeLimits(1_000, 200)));
        for (int i = 0; i < 20; i++) {
            simulation.event("A", Samples.order());
        }
        var deadLetters = simulation.deadLetters();
        assertThat(deadLetters).isNotEmpty().extracting(Simulation::reason).containsOnly("TOO_MANY_FACTS");
        assertThat(deadLetters.get(0).value()).isNull();
        assertThat(Simulation.header(deadLetters.get(0), DeadLetterHeaders.OMITTED))
                .endsWith("bytes");
        simulation.run(LONG);
        assertThat(engine.woken).hasSize(1);
    }

    @Test
    void whatIsStoredOfAnOrderMayBeBrokenWithoutHarmToOthers() {
        start(parts -> parts);
        simulation.event("A", Samples.order());
        simulation.event("B", Samples.order());
        simulation.driver().<String, byte[]>getKeyValueStore(Names.ORDER_FACTS).put("A", new byte[] {1, 2, 3});
        simulation.event("A", Samples.order());
        assertThat(simulation.deadLetters()).extracting(Simulation::reason).containsExactly("UNPROCESSABLE");
        simulation.skip(LONG).sweep();
        assertThat(engine.woken).extracting(Woken::orderId).containsExactly("B");
    }

    @Test
    void aMomentThatWasNotedWhileTheClockWasAheadHasNotCome() {
        AtomicLong ahead = new AtomicLong();
        start(parts -> parts.withCompleteness(partition -> simulation.now() + ahead.get()));
        ahead.set(HOUR);
        simulation.event("A", Samples.order());
        simulation.skip(Duration.ofMinutes(59)).sweep();
        assertThat(engine.woken).isEmpty();
        simulation.skip(Duration.ofMinutes(1)).sweep();
        assertThat(engine.woken).containsExactly(new Woken("A", simulation.now()));
    }

    @Test
    void anOrderThatCouldNotBeReadForAWhileIsWokenOnceItCan() {
        start(parts -> parts);
        simulation.event("A", Samples.order());
        KeyValueStore<String, byte[]> orders = simulation.driver().getKeyValueStore(Names.ORDER_FACTS);
        byte[] readable = orders.get("A");
        orders.put("A", new byte[] {1, 2, 3});
        simulation.skip(LONG).sweep();
        assertThat(failed).hasValue(1);
        simulation.sweep();
        assertThat(failed).hasValue(1);

        orders.put("A", readable);
        simulation.skip(LONG).sweep().sweep();
        assertThat(engine.woken).extracting(Woken::orderId).containsExactly("A");
    }

    @Test
    void anOrderThatNoLongerFitsIsPutOffRatherThanEndingTheThread() {
        start(parts -> parts.withSizes(new SizeLimits(1_000, 200)));
        engine.grownBy = 5_000;
        simulation.event("A", Samples.order());
        simulation.event("B", Samples.order());
        simulation.skip(LONG).sweep();
        assertThat(failed).hasValue(2);
        assertThat(simulation.nextDue())
                .hasValue(simulation.now() + Duration.ofMinutes(1).toMillis());
    }
}
