package dev.frist.topology;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

/**
 * Orders in every state that a release may find them in, and what happens to them afterwards. Only that is added to it
 * which a release already published could have met: the bytes of older releases go through the second half too.
 */
final class ReleaseStory {

    private static final Duration DAY = Duration.ofDays(1);

    private ReleaseStory() {}

    /** Up to the release: open, told, refused, disputed, resolved, parked. */
    static void untilTheRelease(Simulation simulation) {
        begin(simulation);
        for (String order : List.of("silent", "disputed", "credited", "refused", "proposed", "extended")) {
            simulation.event(order, Samples.order());
            simulation.event(order, new OrderDelivered(simulation.now(), null));
        }
        simulation.event("disputed", Samples.registered(2));
        simulation.run(DAY.multipliedBy(15));
        for (String order : List.of("silent", "credited", "refused", "proposed", "extended")) {
            simulation.event(order, Samples.registered(1));
        }
        simulation.event("parked", Samples.registered(1));
        simulation.event("silent", new ReturnShipped("R1", "post", "T1"));
        simulation.event("silent", new ReturnReceived("R1", List.of(new ReceivedLine("L1", 1, Condition.AS_SOLD))));
        simulation.run(DAY.multipliedBy(5));
        simulation.event("credited", Samples.credited(1));
        simulation.event(
                "refused", new ReturnRefused("R1", Party.MERCHANT, null, RefusalGround.USED, "worn", List.of("photo")));
        simulation.event("proposed", new SettlementProposed("R1", "P1", Party.MERCHANT, 30_000, true, "half"));
        simulation.event(
                "extended",
                new DeadlineExtended(
                        "R1",
                        Party.OPERATOR,
                        simulation.now() + DAY.multipliedBy(40).toMillis(),
                        "strike"));
        simulation.run(DAY);
    }

    /** The policy is in force; it is read again at every start, and so by a release that finds the state of another. */
    static void begin(Simulation simulation) {
        simulation.policy(Samples.policy(1, "P20D", 0), simulation.now() - DAY.toMillis());
    }

    /** From the release on; says what was decided, one decision a line. */
    static String afterTheRelease(Simulation simulation) {
        simulation.event(
                "after-1",
                "refused",
                simulation.now(),
                new RefusalAnswered("R1", Party.CONSUMER, Answer.CONTESTED, "", List.of()));
        simulation.event("after-2", "disputed", simulation.now(), Samples.credited(1));
        simulation.event("after-3", "credited", simulation.now(), new CorrectionReversed("X1", "K1"));
        simulation.event("after-4", "parked", simulation.now(), Samples.order());
        simulation.run(DAY.multipliedBy(2));
        simulation.event("after-5", "disputed", simulation.now(), Samples.credited(2));
        simulation.run(DAY.multipliedBy(100));
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        simulation.disputes().forEach(decision -> lines.add(line(decision)));
        simulation.resolutions().forEach(decision -> lines.add(line(decision)));
        simulation.notices().forEach(decision -> lines.add(line(decision)));
        simulation.deadLetters().forEach(letter -> lines.add("dead letter " + Simulation.reason(letter)));
        return lines.toString();
    }

    private static String line(Decision decision) {
        return String.join(
                " ",
                decision.orderId(),
                decision.returnId(),
                Integer.toString(decision.sequence()),
                Instant.ofEpochMilli(decision.decidedAt()).toString(),
                decision.explanation().code(),
                decision.amount() + " " + decision.currency(),
                "due " + due(decision));
    }

    private static String due(Decision decision) {
        Long due = decision.deadline().due();
        return due == null ? "unknown" : Instant.ofEpochMilli(due).toString();
    }
}
