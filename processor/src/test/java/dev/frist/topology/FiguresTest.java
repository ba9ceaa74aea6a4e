package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.state.CaseStatus;
import dev.frist.state.TaskFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology tells those who count. */
class FiguresTest {

    private final List<TaskFigures> opened = new ArrayList<>();
    private final List<TaskFigures> closed = new ArrayList<>();
    private final List<Prevented> prevented = new ArrayList<>();
    private final Telemetry telemetry = new Telemetry() {
        @Override
        public void opened(TaskFigures figures) {
            opened.add(figures);
        }

        @Override
        public void closed(TaskFigures figures) {
            closed.add(figures);
        }

        @Override
        public void prevented(Prevented when) {
            prevented.add(when);
        }
    };
    private final Simulation simulation = new Simulation(Simulation.engine(), parts -> parts.withTelemetry(telemetry));

    @AfterEach
    void close() {
        simulation.close();
        assertThat(closed).isEqualTo(opened);
    }

    private void policy() {
        simulation.policy(Samples.policy(1, "PT504H", 0), 0);
    }

    private void assertCases(int open, int noPolicy, int disputed) {
        TaskFigures figures = opened.get(0);
        assertThat(List.of(
                        figures.cases(CaseStatus.OPEN),
                        figures.cases(CaseStatus.NO_POLICY),
                        figures.cases(CaseStatus.DISPUTED)))
                .containsExactly((long) open, (long) noPolicy, (long) disputed);
        KeyValueStore<Bytes, byte[]> store = simulation.driver().getKeyValueStore(Names.TASK_FIGURES);
        TaskFigures again = new TaskFigures(0, store);
        for (CaseStatus status : CaseStatus.values()) {
            assertThat(again.cases(status))
                    .as("as it would be read after a restart")
                    .isEqualTo(figures.cases(status));
        }
        assertThat(again.parkedEvents()).isEqualTo(figures.parkedEvents());
        assertThat(again.oldestParked()).isEqualTo(figures.oldestParked());
    }

    @Test
    void casesAreCountedFromTheirOpeningToTheirEnd() {
        policy();
        assertCases(0, 0, 0);
        simulation.event("O1", Samples.order());
        assertCases(0, 0, 0);
        simulation.event("O1", Samples.registered(2));
        simulation.event("O2", Samples.order());
        simulation.event("O2", Samples.registered(1));
        assertCases(2, 0, 0);
        simulation.run(Duration.ofDays(1));
        simulation.event("O2", Samples.credited(1));
        assertCases(1, 0, 0);
        simulation.run(Duration.ofDays(30));
        assertCases(0, 0, 1);
        simulation.event("O1", Samples.credited(2));
        assertCases(0, 0, 0);
    }

    @Test
    void withoutAPolicyNoClockRuns() {
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(2));
        assertCases(0, 1, 0);
        policy();
        simulation.run(Duration.ofHours(1));
        simulation.event("O1", Samples.credited(1));
        assertCases(1, 0, 0);
    }

    @Test
    void whatIsParkedIsCountedAndItsAgeIsThatOfTheOldest() {
        policy();
        TaskFigures figures = opened.get(0);
        long first = simulation.now();
        simulation.event("O1", Samples.registered(1));
        simulation.skip(Duration.ofHours(1));
        simulation.event("O1", Samples.credited(1));
        simulation.event("O2", Samples.registered(1));
        assertThat(figures.parkedEvents()).isEqualTo(3);
        assertThat(figures.oldestParked()).hasValue(first);
        simulation.event("O1", Samples.order());
        assertThat(figures.parkedEvents()).isEqualTo(1);
        assertThat(figures.oldestParked()).hasValue(first + Duration.ofHours(1).toMillis());
        assertCases(0, 0, 0);
        simulation.run(Duration.ofDays(8));
        assertThat(figures.parkedEvents()).isZero();
        assertThat(figures.oldestParked()).isEmpty();
        assertCases(0, 0, 0);
    }

    @Test
    void aCreditWithinTheWindowPreventsADispute() {
        policy();
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(1));
        simulation.run(Duration.ofDays(20));
        simulation.event("O1", Samples.credited(1));
        assertThat(prevented).containsExactly(Prevented.IN_WINDOW);
    }

    @Test
    void aCreditInTheGracePreventsADispute() {
        policy();
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(1));
        simulation.run(Duration.ofDays(21).plusMinutes(5));
        simulation.event("O1", Samples.credited(1));
        assertThat(prevented).containsExactly(Prevented.IN_GRACE);
    }

    @Test
    void aCreditThatIsReadWhenTheDisputeIsDuePreventsItAtTheLastMoment() {
        policy();
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(1));
        simulation.event("O2", Samples.order());
        simulation.event("O2", Samples.registered(2));
        simulation.skip(Duration.ofDays(22));
        simulation.event("O1", Samples.credited(1));
        simulation.event("O2", Samples.credited(1));
        assertThat(prevented).containsExactly(Prevented.LAST_MOMENT);
        simulation.sweep();
        assertThat(simulation.disputes())
                .extracting(dispute -> dispute.orderId())
                .containsExactly("O2");
        assertThat(prevented).hasSize(1);
    }

    @Test
    void aContestedRefusalThatIsCreditedBeforeItsDisputeOpensIsPreventedAtTheLastMoment() {
        policy();
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(1));
        simulation.event("O1", new ReturnRefused("R1", Party.MERCHANT, null, RefusalGround.USED, "worn", List.of()));
        simulation.event("O1", new RefusalAnswered("R1", Party.CONSUMER, Answer.CONTESTED, "not so", List.of()));
        simulation.event("O1", Samples.credited(1));
        assertThat(prevented).containsExactly(Prevented.LAST_MOMENT);
        simulation.run(Duration.ofDays(30));
        assertThat(simulation.disputes()).isEmpty();
    }

    @Test
    void whatEndsADisputeHasPreventedNone() {
        policy();
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(1));
        simulation.run(Duration.ofDays(30));
        simulation.event("O1", Samples.credited(1));
        assertThat(prevented).isEmpty();
    }

    @Test
    void aCaseThatIsSettledWhenItIsFirstSeenWasNeverADispute() {
        policy();
        simulation.event("O1", Samples.credited(1));
        simulation.event("O1", Samples.order());
        simulation.event("O1", Samples.registered(1));
        assertThat(prevented).isEmpty();
    }
}
