package dev.frist.experiments.history;

import dev.frist.contract.EventWriter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.schema.Contracts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Records that are no facts, one or more for every reason there is. */
final class Poison {

    /** No schema has that number. */
    private static final int UNKNOWN_SCHEMA = 1_000_000_007;

    private final Dice dice;
    private final Form form;
    private final String orderId;
    private final long at;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private int events;

    private Poison(Dice dice, Form form, String orderId, long at) {
        this.dice = dice;
        this.form = form;
        this.orderId = orderId;
        this.at = at;
    }

    /** What every reason for a dead letter is provoked by; {@code UNPROCESSABLE} would be a defect. */
    static Set<DeadLetterReason> reasons() {
        return EnumSet.complementOf(EnumSet.of(DeadLetterReason.UNPROCESSABLE));
    }

    /** Records of all kinds around an order of their own, the first of them at that instant. */
    static List<Outgoing> around(Dice dice, Form form, String orderId, long at) {
        Poison poison = new Poison(dice, form, orderId, at);
        poison.order();
        poison.undecodable();
        poison.screened();
        poison.contradicting();
        return poison.outgoing;
    }

    private void order() {
        event(Basket.any(dice).placedBy(Buyer.TYPICAL, orderId));
        event(registration("R1", 1));
    }

    private void undecodable() {
        SpecificRecord shipped = written("e-shipped", orderId, at, new ReturnShipped("R1", "POST", "T1"));
        raw(Contracts.ORDERS, dice.bytes(dice.between(0, 200)));
        raw(Contracts.RETURNS, null);
        raw(Contracts.INVOICE_CORRECTIONS, "not Avro".getBytes(StandardCharsets.UTF_8));
        // Of another topic, of no schema at all, cut off, and with bytes behind it that belong to nothing.
        send(Contracts.ORDERS, Content.of(Contracts.RETURNS, shipped));
        send(Contracts.RETURNS, Content.tampered(Contracts.RETURNS, shipped, Poison::withUnknownSchema));
        send(
                Contracts.RETURNS,
                Content.tampered(Contracts.RETURNS, shipped, bytes -> Arrays.copyOf(bytes, bytes.length - 3)));
        send(Contracts.RETURNS, Content.tampered(Contracts.RETURNS, shipped, bytes -> {
            bytes[5 + dice.between(0, bytes.length - 6)] ^= (byte) (1 << dice.between(0, 7));
            return bytes;
        }));
    }

    private static byte[] withUnknownSchema(byte[] bytes) {
        ByteBuffer.wrap(bytes).putInt(1, UNKNOWN_SCHEMA);
        return bytes;
    }

    private void screened() {
        for (String bad : List.of("", "a b", "é", "x".repeat(65))) {
            event(new ReturnCancelled(bad, Party.CONSUMER, null));
        }
        send(
                Contracts.RETURNS,
                Content.of(Contracts.RETURNS, written("e-key", orderId + "-other", at, cancellation())));
        Content keyless = Content.of(Contracts.RETURNS, written("e-null", orderId, at, cancellation()));
        outgoing.add(new Outgoing(at + 100, Contracts.RETURNS, null, keyless, null, Route.PLAIN));
        event(new ReturnRegistered("R2", ReturnKind.UNKNOWN, Party.CONSUMER, one("L1", 1)));
        event(new SettlementProposed("R1", "P1", Party.MERCHANT, -1, false, "never"));
        event(registration("R3", 0));
        event(new ReturnRegistered("R3", ReturnKind.FAULTY, Party.CONSUMER, List.of()));
        late(at + 300_000_000L, cancellation());
        late(Oddities.YEAR_9999, cancellation());
        event(new ReturnCancelled("R1", Party.MERCHANT, null));
        event(new RefusalAnswered("R1", Party.OPERATOR, dev.frist.domain.fact.Answer.ACCEPTED, "", List.of()));
    }

    private void contradicting() {
        // The same id says something else; the same return is registered again.
        outgoing.add(
                said(orderId + "-e2", at, new ReturnShipped("R1", "POST", "T9")).by(Route.PLAIN));
        event(registration("R1", 1));
        event(new CreditNoteIssued("K1", null, "R1", "EUR", null, 0, 100, CorrectionReason.RETURN));
        event(new ReturnRegistered("R4", ReturnKind.FAULTY, Party.CONSUMER, one("L99", 1)));
        event(new ReturnRegistered("R5", ReturnKind.FAULTY, Party.CONSUMER, one("L1", 100)));
        event(new ReturnShipped("R-unregistered", "POST", "T1"));
        String unknown = orderId + "-unknown";
        Said orphan = new Said(unknown + "-1", unknown, at, at + 50, new ReturnShipped("R1", "POST", "T1"));
        outgoing.add(orphan.by(Route.PLAIN));
        Content wrong = Content.of(
                Contracts.INVOICE_CORRECTIONS,
                written(
                        "e-parked",
                        unknown,
                        at,
                        new CreditNoteIssued("K1", null, null, "EUR", null, 0, 1, CorrectionReason.RETURN)));
        outgoing.add(Outgoing.of(at + 50, Contracts.INVOICE_CORRECTIONS, unknown, wrong, Route.PLAIN));
    }

    /** Records for which the registry must be asked, and which hold everything behind them up where it does not answer. */
    static List<Outgoing> ofUnknownSchemas(Dice dice, long at) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] value = ByteBuffer.allocate(8)
                    .put((byte) 0)
                    .putInt(UNKNOWN_SCHEMA + dice.between(1, 1_000_000))
                    .array();
            outgoing.add(Outgoing.of(at, Contracts.RETURNS, "U" + i, Content.raw(value), Route.PLAIN));
        }
        return outgoing;
    }

    /** More facts than an order may have. */
    static List<Outgoing> tooMany(Dice dice, Form form, String orderId, long at) {
        Poison poison = new Poison(dice, form, orderId, at);
        poison.order();
        for (int i = 0; i < form.factsMax() + 5; i++) {
            poison.event(new ReturnShipped("R1", "POST", "T" + i));
        }
        return poison.outgoing;
    }

    private ReturnCancelled cancellation() {
        return new ReturnCancelled("R1", Party.CONSUMER, null);
    }

    private static ReturnRegistered registration(String returnId, int quantity) {
        return new ReturnRegistered(returnId, ReturnKind.WITHDRAWAL, Party.CONSUMER, one("L1", quantity));
    }

    private static List<LineQuantity> one(String lineId, int quantity) {
        return List.of(new LineQuantity(lineId, quantity));
    }

    private void event(Payload payload) {
        events++;
        outgoing.add(said(orderId + "-e" + events, at, payload).by(Route.PLAIN));
    }

    private void late(long occurs, Payload payload) {
        events++;
        outgoing.add(said(orderId + "-e" + events, occurs, payload).by(Route.PLAIN));
    }

    /** One after the other, so that what is to come first does. */
    private Said said(String eventId, long occurs, Payload payload) {
        return new Said(eventId, orderId, occurs, at + outgoing.size() * form.unit() / 50, payload);
    }

    private static SpecificRecord written(String eventId, String order, long occurs, Payload payload) {
        return EventWriter.write(eventId, order, occurs, "chaos", null, payload);
    }

    private void raw(String topic, byte @org.jspecify.annotations.Nullable [] bytes) {
        send(topic, Content.raw(bytes));
    }

    private void send(String topic, Content content) {
        outgoing.add(Outgoing.of(at + 100, topic, orderId, content, Route.PLAIN));
    }
}
