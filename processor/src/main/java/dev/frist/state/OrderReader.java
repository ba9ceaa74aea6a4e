package dev.frist.state;

import static dev.frist.state.OrderWriter.GROUNDS;
import static dev.frist.state.OrderWriter.RESOLUTION_TYPES;
import static dev.frist.state.OrderWriter.REVIEWS;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.Position;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.order.PublishedResolution;
import dev.frist.domain.policy.PolicyRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.io.Decoder;

/** Reads an order field by field, in the order of the current schema. Arguments are evaluated from left to right. */
final class OrderReader {

    private OrderReader() {}

    static StoredOrder read(Decoder in) throws IOException {
        String orderId = in.readString();
        List<String> topics = In.strings(in);
        OrderState state = new OrderState(
                orderId,
                In.list(in, decoder -> fact(decoder, topics)),
                In.map(in, OrderReader::memory),
                in.readInt(),
                In.set(in),
                In.instant(in, Long.MIN_VALUE),
                In.instant(in, OrderState.NO_WAKE_UP));
        return new StoredOrder(state, In.instant(in, OrderState.NO_WAKE_UP), in.readInt(), In.set(in));
    }

    private static Fact fact(Decoder in, List<String> topics) throws IOException {
        String eventId = in.readString();
        long occurredAt = in.readLong();
        long arrivedAt = in.readLong();
        Position position = new Position(topics.get(in.readInt()), in.readInt(), in.readLong());
        byte[] original = In.optional(in, OrderReader::bytes);
        return new Fact(eventId, occurredAt, PayloadReader.read(in), position, arrivedAt, original);
    }

    private static byte[] bytes(Decoder in) throws IOException {
        ByteBuffer buffer = in.readBytes(null);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static CaseMemory memory(Decoder in) throws IOException {
        return new CaseMemory(
                in.readInt(),
                In.optional(in, decoder -> new PolicyRef(decoder.readString(), decoder.readInt())),
                In.instant(in, CaseMemory.NEVER),
                in.readInt(),
                in.readBoolean(),
                In.list(in, decoder -> new DueDate(decoder.readLong(), decoder.readLong())),
                In.optional(in, OrderReader::resolution),
                In.instant(in, CaseMemory.NEVER),
                In.optional(in, OrderReader::dispute),
                In.map(in, Decoder::readLong),
                In.set(in),
                in.readLong(),
                in.readLong(),
                In.instant(in, CaseMemory.NEVER),
                in.readBoolean());
    }

    private static PublishedResolution resolution(Decoder in) throws IOException {
        return new PublishedResolution(RESOLUTION_TYPES.read(in), GROUNDS.read(in), in.readLong());
    }

    private static PublishedDispute dispute(Decoder in) throws IOException {
        return new PublishedDispute(
                in.readLong(), In.list(in, OrderReader::line), in.readLong(), GROUNDS.read(in), REVIEWS.read(in));
    }

    private static DecisionLine line(Decoder in) throws IOException {
        return new DecisionLine(in.readString(), in.readInt(), in.readLong(), In.optional(in, GROUNDS::read));
    }
}
