package dev.frist.experiments.check;

import dev.frist.contract.ContractCodec;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.record.Input;
import dev.frist.experiments.record.Recording;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges a recording: N1 to N4 and N8, nothing lost, nothing twice, nothing out of sequence, nothing wrong. Every input is
 * run through the domain's core again, in the order in which the processor took it in, and all that came out is compared;
 * beside that, disputes, evidence and sequences are looked at by themselves.
 */
public final class Checker {

    private final Recording recording;
    private final Findings findings = new Findings();
    private final Map<String, Long> tally = new LinkedHashMap<>();

    private Checker(Recording recording) {
        this.recording = recording;
    }

    /** Judges a recording. */
    public static Report check(Recording recording) {
        return new Checker(recording).check();
    }

    private Report check() {
        try (RecordedRegistry registry = new RecordedRegistry(recording)) {
            return check(registry.codec());
        }
    }

    /** Judges a recording whose records that codec reads. */
    static Report check(Recording recording, ContractCodec codec) {
        return new Checker(recording).check(codec);
    }

    private Report check(ContractCodec codec) {
        Engine engine = new Engine(recording.settings().limits());
        Inputs inputs = new Inputs(recording.settings(), recording.inputs(), codec);
        Outputs outputs = new Outputs(recording.settings(), recording.outputs(), codec, findings);
        OrderLogs logs = new OrderLogs(recording.orders());
        PolicyHistory policies = new PolicyHistory(recording, codec);
        Replay replay = new Replay(engine, inputs, outputs, logs, policies, findings);
        tally.put("input records", (long) inputs.all().size());
        tally.put("became facts", 0L);
        Fates fates = new Fates(engine, recording.settings(), outputs, findings, tally);
        List<OrderCheck> ofALife = List.of(
                new SequenceCheck(),
                new StandingCheck(),
                new EvidenceCheck(inputs),
                new DisputeCheck(policies),
                new PreventionCheck(engine));
        List<OrderCheck> checks = List.of(
                new DecisionsCheck(),
                new WindowsCheck(recording.windows()),
                new RestCheck(engine, recording.settings().settledAt()));

        lost();
        inputs.ofNoOrder().forEach(fates::ofNoOrder);
        policies.rejected().forEach(rejected -> fates.expect(rejected.position(), rejected.reason()));
        Set<String> orders = new TreeSet<>(inputs.orders());
        orders.addAll(logs.orders());
        orders.addAll(outputs.orders());
        for (String orderId : orders) {
            OrderTrace trace = replay.of(orderId);
            checks.forEach(check -> check.check(trace, findings));
            for (OrderTrace life : trace.lives()) {
                ofALife.forEach(check -> check.check(life, findings));
            }
            fates.of(trace);
            tally.merge("steps run through the core again", (long) trace.steps().size(), Long::sum);
        }
        new DeadLettersCheck(recording, outputs, findings).check(fates.expected());
        tally.put("orders", (long) orders.size());
        tally.put("decisions", outputs.decisions());
        tally.put(
                "dead letters",
                outputs.refused().values().stream().mapToLong(List::size).sum());
        return new Report(findings.all(), tally);
    }

    private void lost() {
        Set<Position> there = new HashSet<>();
        for (Input input : recording.inputs()) {
            there.add(input.record().position());
        }
        recording.acknowledged().keySet().stream()
                .filter(position -> !there.contains(position))
                .forEach(position ->
                        findings.add(Kind.INPUT_LOST_BY_BROKERS, null, "acknowledged, and not in its topic", position));
    }
}
