package dev.frist.state;

import static dev.frist.state.PayloadWriter.ANSWERS;
import static dev.frist.state.PayloadWriter.AUDIENCES;
import static dev.frist.state.PayloadWriter.CONDITIONS;
import static dev.frist.state.PayloadWriter.KINDS;
import static dev.frist.state.PayloadWriter.LINE_TYPES;
import static dev.frist.state.PayloadWriter.PARTIES;
import static dev.frist.state.PayloadWriter.REASONS;
import static dev.frist.state.PayloadWriter.REFUSAL_GROUNDS;

import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnLost;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/** Reads payloads field by field, in the order of the schema. Arguments are evaluated from left to right. */
final class PayloadReader {

    /** In the order of the union, which {@link PayloadWriter} has compared with the schema. */
    private static final List<In.Item<? extends Payload>> BRANCHES = List.of(
            PayloadReader::placed,
            in -> new OrderDelivered(in.readLong(), lines(in)),
            in -> new OrderCancelled(PARTIES.read(in), lines(in)),
            in -> new ReturnRegistered(
                    in.readString(), KINDS.read(in), PARTIES.read(in), In.list(in, PayloadReader::units)),
            in -> new ReturnShipped(in.readString(), in.readString(), in.readString()),
            in -> new ReturnReceived(in.readString(), In.list(in, PayloadReader::receivedLine)),
            in -> new ReturnLost(in.readString(), in.readString()),
            in -> new ReturnCancelled(in.readString(), PARTIES.read(in), lines(in)),
            in -> new ReturnRefused(
                    in.readString(),
                    PARTIES.read(in),
                    lines(in),
                    REFUSAL_GROUNDS.read(in),
                    in.readString(),
                    In.strings(in)),
            in -> new RefusalAnswered(
                    in.readString(), PARTIES.read(in), ANSWERS.read(in), in.readString(), In.strings(in)),
            in -> new SettlementProposed(
                    in.readString(),
                    in.readString(),
                    PARTIES.read(in),
                    in.readLong(),
                    in.readBoolean(),
                    in.readString()),
            in -> new SettlementAccepted(in.readString(), PARTIES.read(in), in.readString()),
            in -> new DeadlineExtended(in.readString(), PARTIES.read(in), in.readLong(), in.readString()),
            in -> new NoticeDelivered(
                    in.readString(), in.readString(), AUDIENCES.read(in), in.readString(), in.readLong()),
            PayloadReader::credited,
            in -> new CorrectionReversed(in.readString(), in.readString()));

    private PayloadReader() {}

    static Payload read(Decoder in) throws IOException {
        return BRANCHES.get(in.readIndex()).read(in);
    }

    private static OrderPlaced placed(Decoder in) throws IOException {
        return new OrderPlaced(
                in.readString(),
                new Channel(in.readString(), in.readString()),
                in.readString(),
                in.readString(),
                in.readString(),
                In.list(in, PayloadReader::line));
    }

    private static OrderLine line(Decoder in) throws IOException {
        return new OrderLine(
                in.readString(), in.readString(), LINE_TYPES.read(in), in.readInt(), in.readLong(), in.readInt());
    }

    private static CreditNoteIssued credited(Decoder in) throws IOException {
        return new CreditNoteIssued(
                in.readString(),
                In.optional(in, Decoder::readString),
                In.optional(in, Decoder::readString),
                in.readString(),
                In.optionalList(in, PayloadReader::creditLine),
                in.readLong(),
                in.readLong(),
                REASONS.read(in));
    }

    private static CreditLine creditLine(Decoder in) throws IOException {
        return new CreditLine(in.readString(), in.readInt(), in.readLong());
    }

    private static ReceivedLine receivedLine(Decoder in) throws IOException {
        return new ReceivedLine(in.readString(), in.readInt(), CONDITIONS.read(in));
    }

    private static @Nullable List<LineQuantity> lines(Decoder in) throws IOException {
        return In.optionalList(in, PayloadReader::units);
    }

    private static LineQuantity units(Decoder in) throws IOException {
        return new LineQuantity(in.readString(), in.readInt());
    }
}
