package dev.frist.state;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.order.PublishedResolution;
import dev.frist.domain.policy.PolicyRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;

/**
 * Writes an order field by field, in the order of the current schema: without a tree of generic or generated records in
 * between, since this is done for every record that is processed.
 */
final class OrderWriter {

    static final Symbols<Ground> GROUNDS = Symbols.of(Ground.class);
    static final Symbols<Review> REVIEWS = Symbols.of(Review.class);
    static final Symbols<DecisionType> RESOLUTION_TYPES = Symbols.named(DecisionType.class, "ResolutionType");

    private final PayloadWriter payloads;

    OrderWriter(Schema schema) {
        Schema fact = schema.getField("facts").schema().getElementType();
        payloads = new PayloadWriter(fact.getField("payload").schema());
    }

    void write(Encoder out, StoredOrder order) throws IOException {
        OrderState state = order.state();
        out.writeString(state.orderId());
        List<String> topics = topics(state.facts());
        Out.strings(out, topics);
        Out.list(out, state.facts(), (encoder, fact) -> fact(encoder, fact, topics));
        Out.map(out, state.cases(), OrderWriter::memory);
        out.writeInt(state.sequence());
        Out.strings(out, state.unmatchedTold());
        Out.instant(out, state.judgedUntil(), Long.MIN_VALUE);
        Out.instant(out, state.wakeAt(), OrderState.NO_WAKE_UP);
        Out.instant(out, order.windowAt(), OrderState.NO_WAKE_UP);
        out.writeInt(order.failures());
        Out.strings(out, order.missed());
    }

    /** Names are long and few: each is written once. */
    private static List<String> topics(List<Fact> facts) {
        List<String> topics = new ArrayList<>(3);
        for (Fact fact : facts) {
            if (!topics.contains(fact.position().topic())) {
                topics.add(fact.position().topic());
            }
        }
        return topics;
    }

    private void fact(Encoder out, Fact fact, List<String> topics) throws IOException {
        out.writeString(fact.eventId());
        out.writeLong(fact.occurredAt());
        out.writeLong(fact.arrivedAt());
        out.writeInt(topics.indexOf(fact.position().topic()));
        out.writeInt(fact.position().partition());
        out.writeLong(fact.position().offset());
        Out.optional(out, fact.original(), (encoder, bytes) -> encoder.writeBytes(bytes));
        payloads.write(out, fact.payload());
    }

    private static void memory(Encoder out, CaseMemory memory) throws IOException {
        out.writeInt(memory.sequence());
        Out.optional(out, memory.pinned(), OrderWriter::policy);
        Out.instant(out, memory.openedAt(), CaseMemory.NEVER);
        out.writeInt(memory.openedSequence());
        out.writeBoolean(memory.noPolicyTold());
        Out.list(out, memory.dues(), OrderWriter::due);
        Out.optional(out, memory.resolution(), OrderWriter::resolution);
        Out.instant(out, memory.reopenedAt(), CaseMemory.NEVER);
        Out.optional(out, memory.dispute(), OrderWriter::dispute);
        Out.map(out, memory.refusalsRecorded(), Encoder::writeLong);
        Out.strings(out, memory.proposalsTold());
        out.writeLong(memory.creditShortTold());
        out.writeLong(memory.overCreditedTold());
        Out.instant(out, memory.unprovenDue(), CaseMemory.NEVER);
        out.writeBoolean(memory.excessTold());
    }

    private static void policy(Encoder out, PolicyRef ref) throws IOException {
        out.writeString(ref.policyId());
        out.writeInt(ref.version());
    }

    private static void due(Encoder out, DueDate due) throws IOException {
        out.writeLong(due.publishedAt());
        out.writeLong(due.due());
    }

    private static void resolution(Encoder out, PublishedResolution resolution) throws IOException {
        RESOLUTION_TYPES.write(out, resolution.type());
        GROUNDS.write(out, resolution.ground());
        out.writeLong(resolution.amount());
    }

    private static void dispute(Encoder out, PublishedDispute dispute) throws IOException {
        out.writeLong(dispute.openedAt());
        Out.list(out, dispute.lines(), OrderWriter::line);
        out.writeLong(dispute.amount());
        GROUNDS.write(out, dispute.ground());
        REVIEWS.write(out, dispute.review());
    }

    private static void line(Encoder out, DecisionLine line) throws IOException {
        out.writeString(line.lineId());
        out.writeInt(line.quantity());
        out.writeLong(line.amount());
        Out.optional(out, line.ground(), GROUNDS::write);
    }
}
