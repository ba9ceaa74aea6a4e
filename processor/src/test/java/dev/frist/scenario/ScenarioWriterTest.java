package dev.frist.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ScenarioWriterTest {

    private static final String EVERYTHING = """
            name: "Everything: written, and \\"read\\" again"
            policies:
              - {}
              - {policyId: "1", version: 3, scope: {kind: FAULTY}, anchor: SHIPPED, handlingWindow: PT15S, approvedBy: lead}
            outage: {from: 2026-03-02T00:00:00Z, to: 2026-03-03T00:00:00Z}
            events:
              - {at: 2026-03-02T09:00:00Z, orderId: O2, key: O3, occurredAt: 2026-03-01T09:00:00.123Z, OrderPlaced: {market: NO, lines: {L1: {quantity: 1, amount: 5, type: DIGITAL}}}}
              - {at: 2026-03-02T09:00:00Z, OrderDelivered: {deliveredAt: 2026-03-01T09:00:00Z, lines: {L1: 1}}}
              - {at: 2026-03-02T09:00:00Z, OrderCancelled: {}}
              - {at: 2026-03-02T09:00:00Z, ReturnRegistered: {lines: [{lineId: L1, quantity: 1}, {lineId: L1, quantity: 2}]}}
              - {at: 2026-03-02T09:00:00Z, ReturnReceived: {lines: {L1: {quantity: 1, condition: DAMAGED}}}}
              - {at: 2026-03-02T09:00:00Z, ReturnRefused: {ground: USED, statement: "It's: #1", evidenceRefs: [a, "b c"]}}
              - {at: 2026-03-02T09:00:00Z, RefusalAnswered: {answer: CONTESTED, statement: "å\\n\\t\\\\"}}
              - {at: 2026-03-02T09:00:00Z, SettlementProposed: {amount: 1, keepGoods: true}}
              - {at: 2026-03-02T09:00:00Z, SettlementAccepted: {reference: "true"}}
              - {at: 2026-03-02T09:00:00Z, DeadlineExtended: {until: 2026-04-02T09:00:00Z}}
              - {at: 2026-03-02T09:00:00Z, NoticeDelivered: {}}
              - {at: 2026-03-02T09:00:00Z, CreditNoteIssued: {returnId: R1, lines: {L1: {quantity: 1, amount: 5}}}}
              - {at: 2026-03-02T09:00:00Z, CreditNoteIssued: {amount: 5, reason: GOODWILL}}
              - {at: 2026-03-02T09:00:00Z, CorrectionReversed: {reverses: K1}}
              - {at: 2026-03-02T09:00:00Z, key: null, raw: AAEC}
            until: 2026-05-01T00:00:00Z
            expect:
              disputes: []
              notices:
                - {type: RETURN_OPENED, returnId: null, lines: {L1: {quantity: 1}}, deadline: {due: 2026-04-02T09:00:00Z}}
              deadLetters: [{eventId: e15, reason: UNDECODABLE}]
            """;

    private static Scenario read(String text) throws ScenarioException {
        Scenario scenario = ScenarioReader.read("s.yaml", text);
        List<ScenarioEvent> events = scenario.events().stream()
                .map(event -> new ScenarioEvent(
                        event.index(),
                        0,
                        event.at(),
                        event.eventId(),
                        event.orderId(),
                        event.key(),
                        event.occurredAt(),
                        event.source(),
                        event.correlationId(),
                        event.payload(),
                        event.raw()))
                .toList();
        return new Scenario(
                scenario.name(), scenario.policies(), scenario.outage(), events, scenario.until(), Expectation.NONE);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() throws ScenarioException {
        String written = ScenarioWriter.write(ScenarioReader.read("s.yaml", EVERYTHING), List.of("a comment"));

        assertThat(written).startsWith("# a comment\nname: ");
        assertThat(read(written)).isEqualTo(read(EVERYTHING));
        assertThat(ScenarioWriter.write(ScenarioReader.read("w.yaml", written), List.of("a comment")))
                .isEqualTo(written);
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioReadsBackAsTheSame() throws Exception {
        return ScenarioFiles.find(List.of(Path.of("src/test/scenarios"))).stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    String text = Files.readString(file);
                    String written = ScenarioWriter.write(ScenarioReader.read(file.toString(), text), List.of());
                    assertThat(read(written)).as(written).isEqualTo(read(text));
                }));
    }
}
