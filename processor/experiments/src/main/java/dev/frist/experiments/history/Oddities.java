package dev.frist.experiments.history;

import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.schema.Contracts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts with absurd dates, in what they say and on the record, and of absurd sizes; each around an order of its own. */
final class Oddities {

    static final long YEAR_1970 = Instant.parse("1970-01-01T00:00:01Z").toEpochMilli();
    static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private static final int MEGABYTE = 1 << 20;
    private static final int ALMOST_A_MEGABYTE = 1_000_000;

    private final Dice dice;
    private final String name;
    private final long at;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private int count;

    private Oddities(Dice dice, String name, long at) {
        this.dice = dice;
        this.name = name;
        this.at = at;
    }

    /** One of each kind, all at that instant. */
    static List<Outgoing> around(Dice dice, String name, long at) {
        Oddities oddities = new Oddities(dice, name, at);
        oddities.dates();
        oddities.sizes();
        return oddities.outgoing;
    }

    private void dates() {
        // What happened long ago, or will long hence.
        String past = order("past", at);
        say(past, 2, YEAR_1970, registered());
        String future = order("future", at);
        say(future, 2, at, registered());
        say(future, 3, at, new DeadlineExtended("R1", Party.OPERATOR, YEAR_9999, "for ever"));
        say(future, 4, at, new OrderDelivered(YEAR_9999, null));
        // Records that are dated so themselves, with what they say and without.
        String oldRecord = order("old-record", at);
        dated(oldRecord, 2, YEAR_1970, YEAR_1970, registered());
        String older = order("too-old-record", at);
        dated(older, 2, at, YEAR_1970, registered());
        String newRecord = order("new-record", at);
        dated(newRecord, 2, YEAR_9999, YEAR_9999, registered());
        String nowRecord = order("now-in-new-record", at);
        dated(nowRecord, 2, at, YEAR_9999, registered());
        String orphan = name + "-orphan-of-9999";
        dated(orphan, 2, at, YEAR_9999, registered());
    }

    private void sizes() {
        String large = order("large", at);
        say(large, 2, at, registered());
        say(large, 3, at, refused());
        // Together they are larger than an order may be.
        String tooLarge = order("too-large", at);
        say(tooLarge, 2, at, registered());
        for (int i = 3; i < 7; i++) {
            say(tooLarge, i, at, refused());
        }
        outgoing.add(Outgoing.of(at, Contracts.RETURNS, large, Content.raw(dice.bytes(MEGABYTE)), Route.PLAIN));
    }

    private String order(String kind, long placed) {
        String orderId = name + "-" + kind;
        say(orderId, 1, placed, Basket.any(dice).placedBy(Buyer.TYPICAL, orderId));
        return orderId;
    }

    private static Payload registered() {
        return new ReturnRegistered(
                "R1", ReturnKind.FAULTY, Party.CONSUMER, List.of(new dev.frist.domain.fact.LineQuantity("L1", 1)));
    }

    private static Payload refused() {
        return new ReturnRefused(
                "R1", Party.MERCHANT, null, RefusalGround.OTHER, "x".repeat(ALMOST_A_MEGABYTE), List.of());
    }

    private void say(String orderId, int number, long occurs, Payload payload) {
        outgoing.add(said(orderId, number, occurs, payload).by(Route.PLAIN));
    }

    private void dated(String orderId, int number, long occurs, long timestamp, Payload payload) {
        outgoing.add(said(orderId, number, occurs, payload).by(Route.PLAIN).dated(timestamp));
    }

    private Said said(String orderId, int number, long occurs, Payload payload) {
        count++;
        return new Said(orderId + "-" + number, orderId, occurs, at + count * 10L, payload);
    }
}
