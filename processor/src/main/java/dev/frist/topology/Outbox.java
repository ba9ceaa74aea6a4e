package dev.frist.topology;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.DecisionWriter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one record or wake-up leads to, encoded before anything is written: whatever can fail fails first, and then
 * nothing has happened.
 */
final class Outbox {

    /** A logger of its own, so that decisions can be followed and nothing else. Neither order nor party is logged. */
    private static final Logger DECISIONS = LoggerFactory.getLogger("dev.frist.decisions");

    private final ContractCodec codec;
    private final TopicNames topics;
    private final Telemetry telemetry;
    private final List<Outgoing> outgoing = new ArrayList<>();

    private record Outgoing(String sink, Record<byte[], byte[]> record, Runnable told) {}

    Outbox(ContractCodec codec, TopicNames topics, Telemetry telemetry) {
        this.codec = codec;
        this.topics = topics;
        this.telemetry = telemetry;
    }

    /** Throws away what was not sent. */
    void clear() {
        outgoing.clear();
    }

    /**
     * Adds the decisions of an outcome, in their order.
     *
     * @param before the order as it was: it may be forgotten now
     * @throws dev.frist.contract.RegistryUnavailableException where the registry must be asked and cannot be
     */
    void add(Outcome outcome, OrderState before) {
        if (outcome.decisions().isEmpty()) {
            return;
        }
        String market = market(outcome.after(), before);
        for (Decision decision : outcome.decisions()) {
            byte[] value = codec.encode(topics.of(decision.topic()), DecisionWriter.write(decision));
            byte[] key = decision.orderId().getBytes(StandardCharsets.UTF_8);
            outgoing.add(new Outgoing(
                    Names.sink(decision.topic()), new Record<>(key, value, Math.max(0, decision.decidedAt())), () -> {
                        telemetry.decided(decision, market);
                        trace(decision);
                    }));
        }
    }

    private static String market(OrderState... states) {
        for (OrderState state : states) {
            for (Fact fact : state.facts()) {
                if (fact.payload() instanceof OrderPlaced placed) {
                    return placed.market();
                }
            }
        }
        return "";
    }

    /** By its decisionId a decision is found in its topic, and there all that led to it: nothing more need be logged. */
    private static void trace(Decision decision) {
        if (!DECISIONS.isDebugEnabled()) {
            return;
        }
        DeadlineBlock deadline = decision.deadline();
        DECISIONS.debug(
                "{} {} {} #{} decided {}, due {}, policy {}@{}, {} facts",
                decision.decisionId(),
                decision.type(),
                decision.ground() == null ? "-" : decision.ground(),
                decision.sequence(),
                Instant.ofEpochMilli(decision.decidedAt()),
                deadline.due() == null ? "-" : Instant.ofEpochMilli(deadline.due()),
                deadline.policyId(),
                deadline.version(),
                decision.evidence().size());
    }

    /** Adds a dead letter. */
    void add(DeadLetterReason reason, Record<byte[], byte[]> deadLetter) {
        outgoing.add(new Outgoing(Names.DEAD_LETTERS_SINK, deadLetter, () -> telemetry.deadLetter(reason)));
    }

    /** Sends all that was added. */
    void send(ProcessorContext<byte[], byte[]> context) {
        for (Outgoing each : outgoing) {
            context.forward(each.record(), each.sink());
            each.told().run();
        }
        outgoing.clear();
    }
}
