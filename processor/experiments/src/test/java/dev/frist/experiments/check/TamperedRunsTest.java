package dev.frist.experiments.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.EventWriter;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Evidence;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.check.Tampering.Change;
import dev.frist.experiments.record.Input;
import dev.frist.experiments.record.Recording;
import dev.frist.experiments.record.TopicRecord;
import dev.frist.scenario.ScenarioFiles;
import dev.frist.scenario.ScenarioReader;
import dev.frist.schema.Contracts;
import dev.frist.schema.DeadLetterHeaders;
import dev.frist.state.OrderCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A check that can't fail is none: honest recordings are forged in every place and in every way, and the checker must find
 * each forgery, and call it by its name.
 */
class TamperedRunsTest {

    /** One scenario of so many is forged; each in hundreds of ways. */
    private static final int EVERY = 10;

    private final List<String> missed = new ArrayList<>();
    private final Map<String, Integer> tried = new TreeMap<>();
    private Path file = Path.of("");
    private Recording honest;
    private Tampering tampering;
    private ContractCodec codec;

    @Test
    void everyForgeryIsFoundAndNamed() throws Exception {
        List<Path> files = ScenarioFiles.find(List.of(CleanRunsTest.SCENARIOS));
        for (int i = 0; i < files.size(); i += EVERY) {
            file = files.get(i);
            honest = SimulatedRun.of(ScenarioReader.read(file));
            try (RecordedRegistry registry = new RecordedRegistry(honest)) {
                codec = registry.codec();
                tampering = new Tampering(honest, codec);
                forgeOutputs();
                forgeInputs();
                forgeStates();
            }
        }

        assertThat(missed).isEmpty();
        assertThat(tried)
                .hasSize(22)
                .allSatisfy((forgery, times) -> assertThat(times).as(forgery).isPositive());
    }

    @Test
    void aCreditThatLayInItsTopicInTimeIsFoundToHavePreventedTheDispute() throws Exception {
        Recording late = SimulatedRun.of(ScenarioReader.read("late-credit", """
                name: A dispute opens, and a day later everything is credited
                policies: default
                events:
                  - at: 2026-03-02T09:00:00+01:00
                    OrderPlaced: {lines: {L1: {quantity: 1, amount: 50000}}}
                  - at: 2026-03-06T10:00:00+01:00
                    ReturnRegistered: {lines: {L1: 1}}
                  - at: 2026-04-20T10:00:00+02:00
                    CreditNoteIssued: {lines: {L1: {quantity: 1, amount: 50000}}}
                until: 2026-06-01T00:00:00+02:00
                expect: {}
                """));
        assertThat(Checker.check(late).findings()).isEmpty();
        long disputed = late.outputs().stream()
                .filter(record -> record.topic().equals(Contracts.DISPUTES))
                .mapToLong(TopicRecord::timestamp)
                .min()
                .orElseThrow();
        for (int i = 0; i < late.inputs().size(); i++) {
            if (late.inputs().get(i).record().topic().equals(Contracts.INVOICE_CORRECTIONS)) {
                try (RecordedRegistry registry = new RecordedRegistry(late)) {
                    Tampering early = new Tampering(late, registry.codec());
                    assertThat(Checker.check(early.acknowledgedAt(i, disputed - 1))
                                    .counts())
                            .containsOnlyKeys(Kind.DISPUTE_PREVENTED, Kind.DISPUTE_ON_INCOMPLETE_INPUT);
                    assertThat(Checker.check(early.acknowledgedAt(i, disputed)).findings())
                            .isEmpty();
                }
            }
        }
    }

    private void forgeOutputs() {
        for (int i = 0; i < honest.outputs().size(); i++) {
            if (tampering.isDecision(i)) {
                forgeDecision(i, tampering.decision(i));
            } else {
                forgeDeadLetter(i);
            }
        }
    }

    private void forgeDecision(int output, Decision it) {
        expect("decision dropped", tampering.without(output), Kind.DECISION_LOST);
        if (isFollowed(it)) {
            expect("number left out", tampering.without(output), Kind.OUT_OF_SEQUENCE);
        }
        expect("decision doubled", tampering.twice(output), Kind.DECISION_DOUBLED);
        expect("decision made up", tampering.onceMoreUnderItsOwnNumber(output), Kind.DECISION_UNFOUNDED);
        expect(
                "amount changed",
                tampering.changed(
                        output,
                        decision -> new Change(decision).amount(it.amount() + 1).made()),
                Kind.DECISION_WRONG);
        expect(
                "moment changed",
                tampering.changed(
                        output,
                        decision -> new Change(decision)
                                .decidedAt(it.decidedAt() + 1)
                                .made()),
                Kind.DECISION_WRONG);
        expect(
                "id changed",
                tampering.changed(
                        output,
                        decision -> new Change(decision)
                                .id(new UUID(it.decidedAt(), 5))
                                .made()),
                Kind.OUT_OF_SEQUENCE,
                Kind.DECISION_LOST);
        if (it.ground() != null) {
            Ground other = it.ground() == Ground.CREDITED ? Ground.SETTLED : Ground.CREDITED;
            expect(
                    "ground changed",
                    tampering.changed(
                            output,
                            decision -> new Change(decision).ground(other).made()),
                    Kind.DECISION_WRONG);
        }
        if (!it.lines().isEmpty()) {
            DecisionLine line = it.lines().get(0);
            List<DecisionLine> more = new ArrayList<>(it.lines());
            more.set(0, new DecisionLine(line.lineId(), line.quantity() + 1, line.amount(), line.ground()));
            expect(
                    "units changed",
                    tampering.changed(
                            output, decision -> new Change(decision).lines(more).made()),
                    Kind.DECISION_WRONG);
        }
        Evidence cited = it.evidence().get(0);
        Position elsewhere = new Position(
                cited.position().topic(),
                cited.position().partition(),
                cited.position().offset() + 1000);
        List<Evidence> forged = new ArrayList<>(it.evidence());
        forged.set(0, new Evidence(cited.eventId(), elsewhere));
        expect(
                "evidence forged",
                tampering.changed(
                        output,
                        decision -> new Change(decision).evidence(forged).made()),
                Kind.EVIDENCE_FORGED);
        expect(
                "evidence kept back",
                tampering.changed(
                        output,
                        decision -> new Change(decision)
                                .evidence(it.evidence().subList(1, it.evidence().size()))
                                .made()),
                Kind.DECISION_WRONG);
        for (int later = output + 1; later < honest.outputs().size(); later++) {
            if (tampering.isDecision(later)
                    && honest.outputs()
                            .get(later)
                            .topic()
                            .equals(honest.outputs().get(output).topic())
                    && tampering.decision(later).orderId().equals(it.orderId())
                    && String.valueOf(tampering.decision(later).returnId()).equals(String.valueOf(it.returnId()))) {
                expect("records swapped", tampering.swapped(output, later), Kind.OUT_OF_SEQUENCE);
                break;
            }
        }
        if (it.type() == DecisionType.OPENED && isByTheClock(it)) {
            forgeDispute(output, it);
        }
    }

    private void forgeDispute(int output, Decision dispute) {
        long due = dispute.deadline().due();
        expect(
                "dispute moved before the deadline",
                tampering.changed(
                        output,
                        decision -> new Change(decision).decidedAt(due - 1).made()),
                Kind.DISPUTE_EARLY);
        for (int i = 0; i < honest.outputs().size(); i++) {
            if (tampering.isDecision(i)
                    && tampering.decision(i).type() == DecisionType.RETURN_OPENED
                    && tampering.decision(i).deadline().due() != null
                    && isLonelyNotice(dispute)
                    && isOfTheSame(tampering.decision(i), dispute)) {
                expect("merchant never told", tampering.without(i), Kind.DISPUTE_UNTOLD);
            }
        }
        for (int i = 0; i < honest.inputs().size(); i++) {
            boolean isLater = honest.inputs().get(i).acknowledgedAt() > dispute.decidedAt()
                    && !honest.inputs().get(i).record().topic().equals(Contracts.WINDOW_POLICIES)
                    && dispute.orderId().equals(honest.inputs().get(i).record().keyText());
            if (isLater && isFact(honest.inputs().get(i))) {
                expect(
                        "event in its topic in time",
                        tampering.acknowledgedAt(i, dispute.decidedAt() - 1),
                        Kind.DISPUTE_ON_INCOMPLETE_INPUT);
            }
        }
    }

    private void forgeDeadLetter(int output) {
        expect("dead letter dropped", tampering.without(output), Kind.INPUT_UNACCOUNTED);
        expect("dead letter doubled", tampering.twice(output), Kind.DEAD_LETTER_DOUBLED);
        String other = tampering.reason(output).equals("ORPHANED") ? "BAD_ID" : "ORPHANED";
        expect(
                "reason changed",
                tampering.withHeader(output, DeadLetterHeaders.REASON, other),
                Kind.DEAD_LETTER_UNDESERVED);
        expect("bytes changed", tampering.withDamagedBytes(output), Kind.DEAD_LETTER_DAMAGED);
        expect(
                "place changed",
                tampering.withHeader(output, DeadLetterHeaders.OFFSET, "999999"),
                Kind.DEAD_LETTER_UNDESERVED,
                Kind.INPUT_UNACCOUNTED);
    }

    /**
     * A record that the processor never took in: a copy under another eventId, at the end of its topic. Not of an erasure:
     * a second one leaves nothing behind when it is taken in, either.
     */
    private void forgeInputs() {
        Inputs inputs = new Inputs(honest.settings(), honest.inputs(), codec);
        for (Input input : honest.inputs()) {
            Taken taken = inputs.at(input.record().position());
            if (taken != null && taken.event() != null && !(taken.event().payload() instanceof OrderErased)) {
                TopicRecord it = input.record();
                Event event = taken.event();
                byte[] value = codec.encode(
                        it.topic(),
                        EventWriter.write(
                                "unseen", event.orderId(), event.occurredAt(), "test", null, event.payload()));
                TopicRecord unseen =
                        new TopicRecord(it.topic(), 0, 1_000_000, it.timestamp(), it.key(), value, List.of());
                expect("input unseen", tampering.withInput(new Input(unseen, Input.NEVER)), Kind.INPUT_UNACCOUNTED);
            }
        }
    }

    private void forgeStates() {
        int facts = 0;
        for (int i = 0; i < honest.orders().size(); i++) {
            byte[] state = honest.orders().get(i).value();
            int had = facts;
            facts = state == null
                    ? 0
                    : new OrderCodec().decode(state).state().facts().size();
            // A wake-up that decided nothing is as if it had not been.
            if (facts > had) {
                expectSomething("state dropped", tampering.withoutState(i));
            }
        }
    }

    private boolean isFact(Input input) {
        return honest.orders().stream()
                .flatMap(record -> Stream.ofNullable(record.value()))
                .anyMatch(state -> new OrderCodec()
                        .decode(state).state().facts().stream()
                                .anyMatch(fact ->
                                        fact.position().equals(input.record().position())));
    }

    private boolean isFollowed(Decision it) {
        return decisions().anyMatch(other -> isOfTheSame(other, it) && other.sequence() > it.sequence());
    }

    private boolean isByTheClock(Decision dispute) {
        return dispute.deadline().due() != null
                && dispute.lines().stream().noneMatch(line -> line.ground() == Ground.MERCHANT_REFUSED);
    }

    private boolean isLonelyNotice(Decision dispute) {
        return decisions()
                .noneMatch(other -> isOfTheSame(other, dispute)
                        && other.sequence() < dispute.sequence()
                        && other.type() == DecisionType.DEADLINE_CHANGED);
    }

    private static boolean isOfTheSame(Decision a, Decision b) {
        return a.orderId().equals(b.orderId()) && String.valueOf(a.returnId()).equals(String.valueOf(b.returnId()));
    }

    private Stream<Decision> decisions() {
        return IntStream.range(0, honest.outputs().size())
                .filter(tampering::isDecision)
                .mapToObj(tampering::decision);
    }

    private void expect(String forgery, Recording forged, Kind... kinds) {
        tried.merge(forgery, 1, Integer::sum);
        Report report = Checker.check(forged, codec);
        if (!report.counts().keySet().containsAll(List.of(kinds))) {
            missed.add(file.getFileName() + ", " + forgery + ": wanted " + List.of(kinds) + ", found "
                    + report.findings());
        }
    }

    private void expectSomething(String forgery, Recording forged) {
        tried.merge(forgery, 1, Integer::sum);
        if (Checker.check(forged, codec).isClean()) {
            missed.add(file.getFileName() + ", " + forgery + ": found nothing");
        }
    }
}
