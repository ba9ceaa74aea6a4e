package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.frist.domain.decision.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A decision is found in the log by its decisionId, and nothing there says whose it is. */
class DecisionTraceTest {

    private final Logger frist = (Logger) LoggerFactory.getLogger("dev.frist");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = frist.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        frist.addAppender(log);
    }

    @AfterEach
    void forget() {
        frist.detachAppender(log);
        frist.setLevel(before);
    }

    private static List<Decision> decide() {
        try (Simulation simulation = new Simulation()) {
            simulation.policy(Samples.policy(1, "PT504H", 0), 0);
            simulation.event("ORDER-4711", Samples.order());
            simulation.event("ORDER-4711", Samples.registered(2));
            simulation.run(Duration.ofDays(30));
            simulation.event("ORDER-4711", Samples.credited(2));
            simulation.raw(
                    simulation.topics().returns(),
                    Simulation.bytes("ORDER-4711"),
                    Simulation.bytes("no event"),
                    new RecordHeaders());
            List<Decision> decisions = new ArrayList<>(simulation.notices());
            decisions.addAll(simulation.disputes());
            decisions.addAll(simulation.resolutions());
            return decisions;
        }
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void atDebugEachDecisionHasALine() {
        frist.setLevel(Level.DEBUG);
        List<Decision> decisions = decide();
        assertThat(decisions).hasSizeGreaterThan(3);
        assertThat(decisions)
                .allSatisfy(decision -> assertThat(lines())
                        .filteredOn(
                                line -> line.startsWith(decision.decisionId().toString()))
                        .singleElement()
                        .asString()
                        .contains(" " + decision.type() + " ", "#" + decision.sequence() + " ", "policy se-default@1"));
        assertNobodyIsNamed();
    }

    @Test
    void atInfoThereIsNone() {
        frist.setLevel(Level.INFO);
        List<Decision> decisions = decide();
        assertThat(decisions)
                .allSatisfy(decision -> assertThat(lines())
                        .noneMatch(line -> line.contains(decision.decisionId().toString())));
        assertNobodyIsNamed();
    }

    private void assertNobodyIsNamed() {
        assertThat(lines()).noneMatch(line -> line.contains("ORDER-4711") || line.matches(".*\\b(R1|M1|C1)\\b.*"));
    }
}
