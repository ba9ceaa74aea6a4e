package dev.frist.state;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnKind;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Writes payloads field by field, in the order of the schema. */
final class PayloadWriter {

    static final Symbols<Party> PARTIES = Symbols.of(Party.class);
    static final Symbols<ReturnKind> KINDS = Symbols.of(ReturnKind.class);
    static final Symbols<LineType> LINE_TYPES = Symbols.of(LineType.class);
    static final Symbols<Condition> CONDITIONS = Symbols.of(Condition.class);
    static final Symbols<RefusalGround> REFUSAL_GROUNDS = Symbols.of(RefusalGround.class);
    static final Symbols<Answer> ANSWERS = Symbols.of(Answer.class);
    static final Symbols<Audience> AUDIENCES = Symbols.of(Audience.class);
    static final Symbols<CorrectionReason> REASONS = Symbols.of(CorrectionReason.class);

    private record Branch<T>(Class<T> type, Out.Item<T> writer) {

        void write(Encoder out, Payload payload) throws IOException {
            writer.write(out, type.cast(payload));
        }
    }

    private static final List<Branch<?>> BRANCHES = List.of(
            new Branch<>(OrderPlaced.class, PayloadWriter::placed),
            new Branch<>(OrderDelivered.class, PayloadWriter::delivered),
            new Branch<>(OrderCancelled.class, PayloadWriter::orderCancelled),
            new Branch<>(ReturnRegistered.class, PayloadWriter::registered),
            new Branch<>(ReturnShipped.class, PayloadWriter::shipped),
            new Branch<>(ReturnReceived.class, PayloadWriter::received),
            new Branch<>(ReturnLost.class, PayloadWriter::lost),
            new Branch<>(ReturnCancelled.class, PayloadWriter::returnCancelled),
            new Branch<>(ReturnRefused.class, PayloadWriter::refused),
            new Branch<>(RefusalAnswered.class, PayloadWriter::answered),
            new Branch<>(SettlementProposed.class, PayloadWriter::proposed),
            new Branch<>(SettlementAccepted.class, PayloadWriter::accepted),
            new Branch<>(DeadlineExtended.class, PayloadWriter::extended),
            new Branch<>(NoticeDelivered.class, PayloadWriter::noticed),
            new Branch<>(CreditNoteIssued.class, PayloadWriter::credited),
            new Branch<>(CorrectionReversed.class, PayloadWriter::reversed));

    private final Map<Class<?>, Integer> indexes = new HashMap<>();

    /**
     * Makes sure that the payloads stand in the union of the schema as they do here.
     *
     * @throws IllegalStateException where they do not
     */
    PayloadWriter(Schema union) {
        for (int i = 0; i < BRANCHES.size(); i++) {
            Class<?> type = BRANCHES.get(i).type();
            if (!union.getTypes().get(i).getName().equals(type.getSimpleName())) {
                throw new IllegalStateException(type + " stands elsewhere in the schema of the state");
            }
            indexes.put(type, i);
        }
    }

    void write(Encoder out, Payload payload) throws IOException {
        Integer index = indexes.get(payload.getClass());
        if (index == null) {
            throw new IllegalStateException("the schema of the state has no " + payload.getClass());
        }
        out.writeIndex(index);
        BRANCHES.get(index).write(out, payload);
    }

    private static void placed(Encoder out, OrderPlaced it) throws IOException {
        out.writeString(it.merchantId());
        out.writeString(it.channel().name());
        out.writeString(it.channel().contactRoute());
        out.writeString(it.market());
        out.writeString(it.currency());
        out.writeString(it.customerRef());
        Out.list(out, it.lines(), PayloadWriter::line);
    }

    private static void line(Encoder out, OrderLine line) throws IOException {
        out.writeString(line.lineId());
        out.writeString(line.sku());
        LINE_TYPES.write(out, line.type());
        out.writeInt(line.quantity());
        out.writeLong(line.amount());
        out.writeInt(line.taxRate());
    }

    private static void delivered(Encoder out, OrderDelivered it) throws IOException {
        out.writeLong(it.deliveredAt());
        lines(out, it.lines());
    }

    private static void orderCancelled(Encoder out, OrderCancelled it) throws IOException {
        PARTIES.write(out, it.by());
        lines(out, it.lines());
    }

    private static void registered(Encoder out, ReturnRegistered it) throws IOException {
        out.writeString(it.returnId());
        KINDS.write(out, it.kind());
        PARTIES.write(out, it.registeredBy());
        Out.list(out, it.lines(), PayloadWriter::units);
    }

    private static void shipped(Encoder out, ReturnShipped it) throws IOException {
        out.writeString(it.returnId());
        out.writeString(it.carrier());
        out.writeString(it.trackingRef());
    }

    private static void received(Encoder out, ReturnReceived it) throws IOException {
        out.writeString(it.returnId());
        Out.list(out, it.lines(), PayloadWriter::receivedLine);
    }

    private static void receivedLine(Encoder out, ReceivedLine line) throws IOException {
        out.writeString(line.lineId());
        out.writeInt(line.quantity());
        CONDITIONS.write(out, line.condition());
    }

    private static void lost(Encoder out, ReturnLost it) throws IOException {
        out.writeString(it.returnId());
        out.writeString(it.carrier());
    }

    private static void returnCancelled(Encoder out, ReturnCancelled it) throws IOException {
        out.writeString(it.returnId());
        PARTIES.write(out, it.by());
        lines(out, it.lines());
    }

    private static void refused(Encoder out, ReturnRefused it) throws IOException {
        out.writeString(it.returnId());
        PARTIES.write(out, it.by());
        lines(out, it.lines());
        REFUSAL_GROUNDS.write(out, it.ground());
        out.writeString(it.statement());
        Out.strings(out, it.evidenceRefs());
    }

    private static void answered(Encoder out, RefusalAnswered it) throws IOException {
        out.writeString(it.returnId());
        PARTIES.write(out, it.by());
        ANSWERS.write(out, it.answer());
        out.writeString(it.statement());
        Out.strings(out, it.evidenceRefs());
    }

    private static void proposed(Encoder out, SettlementProposed it) throws IOException {
        out.writeString(it.returnId());
        out.writeString(it.proposalId());
        PARTIES.write(out, it.by());
        out.writeLong(it.amount());
        out.writeBoolean(it.keepGoods());
        out.writeString(it.terms());
    }

    private static void accepted(Encoder out, SettlementAccepted it) throws IOException {
        out.writeString(it.returnId());
        PARTIES.write(out, it.by());
        out.writeString(it.reference());
    }

    private static void extended(Encoder out, DeadlineExtended it) throws IOException {
        out.writeString(it.returnId());
        PARTIES.write(out, it.by());
        out.writeLong(it.until());
        out.writeString(it.reason());
    }

    private static void noticed(Encoder out, NoticeDelivered it) throws IOException {
        out.writeString(it.returnId());
        out.writeString(it.noticeId());
        AUDIENCES.write(out, it.audience());
        out.writeString(it.channel());
        out.writeLong(it.deliveredAt());
    }

    private static void credited(Encoder out, CreditNoteIssued it) throws IOException {
        out.writeString(it.correctionId());
        Out.optional(out, it.invoiceId(), Out::string);
        Out.optional(out, it.returnId(), Out::string);
        out.writeString(it.currency());
        Out.optionalList(out, it.lines(), PayloadWriter::creditLine);
        out.writeLong(it.returnFee());
        out.writeLong(it.amount());
        REASONS.write(out, it.reason());
    }

    private static void creditLine(Encoder out, CreditLine line) throws IOException {
        out.writeString(line.lineId());
        out.writeInt(line.quantity());
        out.writeLong(line.amount());
    }

    private static void reversed(Encoder out, CorrectionReversed it) throws IOException {
        out.writeString(it.correctionId());
        out.writeString(it.reverses());
    }

    private static void lines(Encoder out, @Nullable List<LineQuantity> lines) throws IOException {
        Out.optionalList(out, lines, PayloadWriter::units);
    }

    private static void units(Encoder out, LineQuantity line) throws IOException {
        out.writeString(line.lineId());
        out.writeInt(line.quantity());
    }
}
