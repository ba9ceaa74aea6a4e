package dev.frist.scenario;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Channel;
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
import dev.frist.domain.fact.OrderPayload.OrderErased;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payloads by their names in the contract, with the defaults of the scenario language. Ids that are counted
 * over the file (corrections, proposals) are why there is one reader for each file.
 */
final class PayloadReader {

    private interface Reading {
        Payload read(Fields fields, String name, long occurredAt);
    }

    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private int corrections;
    private int proposals;

    PayloadReader() {
        readings.put("OrderPlaced", this::orderPlaced);
        readings.put("OrderDelivered", this::orderDelivered);
        readings.put(
                "OrderCancelled",
                (fields, name, at) -> new OrderCancelled(by(fields, Party.MERCHANT), quantitiesOrAll(fields)));
        readings.put(
                "OrderErased",
                (fields, name, at) -> new OrderErased(by(fields, Party.OPERATOR), fields.text("reason", "")));
        readings.put("ReturnRegistered", this::returnRegistered);
        readings.put(
                "ReturnShipped",
                (fields, name, at) -> new ReturnShipped(
                        returnId(fields), fields.text("carrier", ""), fields.text("trackingRef", "")));
        readings.put("ReturnReceived", this::returnReceived);
        readings.put("ReturnLost", (fields, name, at) -> new ReturnLost(returnId(fields), fields.text("carrier", "")));
        readings.put(
                "ReturnCancelled",
                (fields, name, at) ->
                        new ReturnCancelled(returnId(fields), by(fields, Party.CONSUMER), quantitiesOrAll(fields)));
        readings.put("ReturnRefused", this::returnRefused);
        readings.put("RefusalAnswered", this::refusalAnswered);
        readings.put("SettlementProposed", this::settlementProposed);
        readings.put(
                "SettlementAccepted",
                (fields, name, at) -> new SettlementAccepted(
                        returnId(fields), by(fields, Party.CONSUMER), fields.requiredText("reference")));
        readings.put("DeadlineExtended", this::deadlineExtended);
        readings.put("NoticeDelivered", this::noticeDelivered);
        readings.put("CreditNoteIssued", this::creditNoteIssued);
        readings.put("CorrectionReversed", this::correctionReversed);
    }

    /** The payloads there are, in the order of the contract. */
    Set<String> names() {
        return readings.keySet();
    }

    /** Reads the payload of that name, which is one of {@link #names()}; the caller closes the fields. */
    Payload read(String name, Fields fields, long occurredAt) {
        return Objects.requireNonNull(readings.get(name)).read(fields, name, occurredAt);
    }

    private Payload orderPlaced(Fields fields, String name, long occurredAt) {
        Fields channel = fields.block("channel");
        OrderPlaced placed = new OrderPlaced(
                fields.text("merchantId", "M1"),
                new Channel(channel.text("name", "DIRECT"), channel.text("contactRoute", "merchant")),
                fields.text("market", "SE"),
                fields.text("currency", "SEK"),
                fields.text("customerRef", "C1"),
                LinesReader.required(
                        fields,
                        name,
                        (lineId, line) -> new OrderLine(
                                lineId,
                                line.text("sku", lineId),
                                line.symbol("type", LineType.class, LineType.PHYSICAL),
                                quantity(line),
                                line.requiredNumber("amount"),
                                line.optional("taxRate", line.values()::smallNumber, 2500))));
        channel.done();
        return placed;
    }

    private Payload orderDelivered(Fields fields, String name, long occurredAt) {
        return new OrderDelivered(fields.millis("deliveredAt", occurredAt), quantitiesOrAll(fields));
    }

    private Payload returnRegistered(Fields fields, String name, long occurredAt) {
        return new ReturnRegistered(
                returnId(fields),
                fields.symbol("kind", ReturnKind.class, ReturnKind.WITHDRAWAL),
                fields.symbol("registeredBy", Party.class, Party.CONSUMER),
                LinesReader.required(fields, name, (lineId, line) -> new LineQuantity(lineId, quantity(line))));
    }

    private Payload returnReceived(Fields fields, String name, long occurredAt) {
        return new ReturnReceived(
                returnId(fields),
                LinesReader.required(
                        fields,
                        name,
                        (lineId, line) -> new ReceivedLine(
                                lineId, quantity(line), line.symbol("condition", Condition.class, Condition.AS_SOLD))));
    }

    private Payload returnRefused(Fields fields, String name, long occurredAt) {
        return new ReturnRefused(
                returnId(fields),
                by(fields, Party.MERCHANT),
                quantitiesOrAll(fields),
                fields.symbol("ground", RefusalGround.class, RefusalGround.OTHER),
                fields.text("statement", ""),
                evidenceRefs(fields));
    }

    private Payload refusalAnswered(Fields fields, String name, long occurredAt) {
        return new RefusalAnswered(
                returnId(fields),
                by(fields, Party.CONSUMER),
                fields.requiredSymbol("answer", Answer.class),
                fields.text("statement", ""),
                evidenceRefs(fields));
    }

    private Payload settlementProposed(Fields fields, String name, long occurredAt) {
        proposals++;
        return new SettlementProposed(
                returnId(fields),
                fields.text("proposalId", "P" + proposals),
                by(fields, Party.MERCHANT),
                fields.requiredNumber("amount"),
                fields.optional("keepGoods", fields.values()::flag, false),
                fields.text("terms", ""));
    }

    private Payload deadlineExtended(Fields fields, String name, long occurredAt) {
        return new DeadlineExtended(
                returnId(fields),
                by(fields, Party.OPERATOR),
                fields.requiredMillis("until"),
                fields.text("reason", ""));
    }

    private Payload noticeDelivered(Fields fields, String name, long occurredAt) {
        return new NoticeDelivered(
                returnId(fields),
                fields.text("noticeId", ScenarioEvent.OPENING_NOTICE),
                fields.symbol("audience", Audience.class, Audience.MERCHANT),
                fields.text("channel", ""),
                fields.millis("deliveredAt", occurredAt));
    }

    private Payload creditNoteIssued(Fields fields, String name, long occurredAt) {
        corrections++;
        List<CreditLine> lines = LinesReader.orAll(
                fields, (lineId, line) -> new CreditLine(lineId, quantity(line), line.requiredNumber("amount")));
        long returnFee = fields.optional("returnFee", fields.values()::number, 0L);
        return new CreditNoteIssued(
                fields.text("correctionId", "K" + corrections),
                fields.nullableText("invoiceId"),
                fields.nullableText("returnId"),
                fields.text("currency", "SEK"),
                lines,
                returnFee,
                lines == null
                        ? fields.requiredNumber("amount")
                        : fields.optional("amount", fields.values()::number, sum(lines) - returnFee),
                fields.symbol("reason", CorrectionReason.class, CorrectionReason.RETURN));
    }

    private Payload correctionReversed(Fields fields, String name, long occurredAt) {
        corrections++;
        return new CorrectionReversed(fields.text("correctionId", "K" + corrections), fields.requiredText("reverses"));
    }

    private static long sum(List<CreditLine> lines) {
        return lines.stream().mapToLong(CreditLine::amount).sum();
    }

    private static String returnId(Fields fields) {
        return fields.text("returnId", "R1");
    }

    private static Party by(Fields fields, Party fallback) {
        return fields.symbol("by", Party.class, fallback);
    }

    private static int quantity(Fields line) {
        return line.required("quantity", line.values()::smallNumber, 0);
    }

    private static @Nullable List<LineQuantity> quantitiesOrAll(Fields fields) {
        return LinesReader.orAll(fields, (lineId, line) -> new LineQuantity(lineId, quantity(line)));
    }

    private static List<String> evidenceRefs(Fields fields) {
        List<String> refs = fields.list("evidenceRefs", fields.values()::text);
        return refs == null ? List.of() : refs;
    }
}
