package dev.frist.domain.property;

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
import dev.frist.scenario.Expectation;
import dev.frist.scenario.Scenario;
import dev.frist.scenario.ScenarioEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes whole histories of one order: several returns, corrections of all kinds, refusals, settlements, extensions,
 * cancellations, goods on their way and back, receipts, under policies of every kind. A seed determines a history.
 */
final class Histories {

    static final long START = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();

    /** The stretch in which everything of an early history occurs and arrives, before any deadline can pass. */
    static final long EARLY = 3 * DAY;

    private static final long RUN = 200 * DAY;

    private final Randomness random;
    private final boolean early;
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<ScenarioEvent> events = new ArrayList<>();
    private final List<String> returns = new ArrayList<>();
    private final List<Long> registrations = new ArrayList<>();
    private int corrections;
    private int proposals;

    private Histories(Randomness random, boolean early) {
        this.random = random;
        this.early = early;
    }

    /** A history in which anything happens at any time, and may arrive late. */
    static Scenario anyHistory(long seed) {
        return new Histories(new Randomness(seed), false).make("anything may happen, seed " + seed);
    }

    /** A history in which everything arrives before the first deadline. */
    static Scenario earlyHistory(long seed) {
        return new Histories(new Randomness(seed), true).make("everything arrives early, seed " + seed);
    }

    private Scenario make(String name) {
        placed();
        int count = random.chance(60) ? 1 : random.between(2, 3);
        for (int i = 1; i <= count; i++) {
            registered("R" + i);
        }
        int more = random.between(1, early ? 8 : 12);
        for (int i = 0; i < more; i++) {
            somethingElse();
        }
        List<ScenarioEvent> arriving = events.stream()
                .sorted(Comparator.comparingLong(ScenarioEvent::at))
                .toList();
        return new Scenario(
                name, new Policies(random.split(), early).around(START), null, arriving, START + RUN, Expectation.NONE);
    }

    private void placed() {
        int count = random.between(1, 3);
        for (int i = 1; i <= count; i++) {
            int quantity = random.chance(40) ? 1 : random.between(2, 4);
            long amount = random.oneOf(0L, 1L, 7L, 10_000L, 49_900L, 99_800L, 100_003L, 33_333L);
            LineType type = random.chance(80)
                    ? LineType.PHYSICAL
                    : random.oneOf(LineType.DIGITAL, LineType.SHIPPING_FEE, LineType.SURCHARGE);
            lines.add(new OrderLine("L" + i, "L" + i, type, quantity, i == 1 ? Math.max(100, amount) : amount, 2500));
        }
        add(START, new OrderPlaced("M1", new Channel("DIRECT", "merchant"), "SE", "SEK", "C1", List.copyOf(lines)));
    }

    private void registered(String returnId) {
        long at = START + (early ? random.between(1, 36) * HOUR : random.between(1, 200) * HOUR);
        returns.add(returnId);
        registrations.add(at);
        ReturnKind kind = random.chance(60)
                ? ReturnKind.WITHDRAWAL
                : random.oneOf(ReturnKind.FAULTY, ReturnKind.WRONG_ITEM, ReturnKind.NOT_RECEIVED);
        List<LineQuantity> claimed = new ArrayList<>();
        for (OrderLine line : lines) {
            if (claimed.isEmpty() || random.chance(40)) {
                int excess = random.chance(5) ? 1 : 0;
                claimed.add(new LineQuantity(line.lineId(), random.between(1, line.quantity()) + excess));
            }
        }
        add(at, new ReturnRegistered(returnId, kind, random.chance(90) ? Party.CONSUMER : Party.MERCHANT, claimed));
    }

    private void somethingElse() {
        int which = random.between(0, returns.size() - 1);
        String returnId = returns.get(which);
        long at = instantAfter(registrations.get(which));
        int dice = random.between(0, 99);
        if (dice < 34) {
            add(at, credit(returnId));
        } else if (dice < 41) {
            add(at, reversal());
        } else if (dice < 51) {
            add(at, refusal(returnId));
        } else if (dice < 60) {
            Answer answer = random.chance(60) ? Answer.CONTESTED : Answer.ACCEPTED;
            add(at, new RefusalAnswered(returnId, Party.CONSUMER, answer, "answered", List.of()));
        } else if (dice < 66) {
            add(at, new ReturnCancelled(returnId, Party.CONSUMER, someOrAll()));
        } else if (dice < 74) {
            settlement(returnId, at);
        } else if (dice < 79) {
            long until = at + random.between(early ? 4 : 1, 30) * DAY;
            add(at, new DeadlineExtended(returnId, random.oneOf(Party.OPERATOR, Party.CONSUMER), until, "more time"));
        } else if (dice < 91) {
            add(at, goods(returnId));
        } else if (dice < 94 && !early) {
            // A receipt names a notice, and which one that is depends on what was published first.
            add(
                    at,
                    new NoticeDelivered(
                            returnId,
                            ScenarioEvent.OPENING_NOTICE,
                            random.chance(80) ? Audience.MERCHANT : Audience.CONSUMER,
                            "mail",
                            at));
        } else if (dice < 97) {
            add(at, new OrderCancelled(Party.MERCHANT, someOrAll()));
        } else {
            add(at, new OrderDelivered(at, random.chance(70) ? null : someLines()));
        }
    }

    /** Some time after the registration, often at, just before or just after an instant that decides something. */
    private long instantAfter(long registered) {
        if (early) {
            return START + random.between(0, 40) * HOUR;
        }
        if (random.chance(35)) {
            int days = random.oneOf(1, 2, 3, 7, 14, 21);
            long grace = random.oneOf(0L, 10 * 60_000L, 2 * HOUR);
            return registered + days * DAY + grace + random.oneOf(-1000L, -1L, 0L, 1L, 1000L);
        }
        return random.chance(5)
                ? registered - random.between(1, 20) * HOUR
                : registered + random.between(1, 45 * 24) * HOUR;
    }

    private Payload credit(String returnId) {
        corrections++;
        String named = random.chance(50) ? returnId : null;
        CorrectionReason reason = random.chance(80)
                ? CorrectionReason.RETURN
                : random.oneOf(CorrectionReason.GOODWILL, CorrectionReason.PRICE_ADJUSTMENT);
        long fee = random.chance(15) ? random.oneOf(100L, 4900L, 20_000L) : 0;
        List<CreditLine> credited = null;
        long amount = random.oneOf(50L, 10_000L, 24_950L, 49_900L, 99_800L);
        if (random.chance(75)) {
            credited = new ArrayList<>();
            long sum = 0;
            for (LineQuantity some : someLines()) {
                long value = worth(some) + (random.chance(20) ? random.oneOf(-5000L, -50L, 50L, 5000L) : 0);
                credited.add(new CreditLine(some.lineId(), some.quantity(), Math.max(0, value)));
                sum += Math.max(0, value);
            }
            fee = Math.min(fee, sum);
            amount = sum - fee + (random.chance(5) ? random.oneOf(-1000L, 1000L) : 0);
        }
        return new CreditNoteIssued("K" + corrections, null, named, "SEK", credited, fee, Math.max(0, amount), reason);
    }

    private Payload reversal() {
        String reverses = "K" + random.between(1, Math.max(1, corrections));
        corrections++;
        return new CorrectionReversed("K" + corrections, reverses);
    }

    private Payload refusal(String returnId) {
        return new ReturnRefused(
                returnId,
                Party.MERCHANT,
                someOrAll(),
                random.oneOf(RefusalGround.USED, RefusalGround.NOT_FAULTY, RefusalGround.OTHER),
                "refused",
                List.of("photo-1"));
    }

    private void settlement(String returnId, long at) {
        if (corrections > 0 && random.chance(25)) {
            add(at, new SettlementAccepted(returnId, Party.CONSUMER, "K" + random.between(1, corrections)));
            return;
        }
        proposals++;
        boolean byMerchant = random.chance(70);
        add(
                at,
                new SettlementProposed(
                        returnId,
                        "P" + proposals,
                        byMerchant ? Party.MERCHANT : Party.CONSUMER,
                        random.oneOf(0L, 1000L, 25_000L, 60_000L),
                        random.chance(50),
                        "terms"));
        if (random.chance(60)) {
            long answered = early ? Math.min(at + HOUR, START + 40 * HOUR) : at + random.between(1, 100) * HOUR;
            add(
                    answered,
                    new SettlementAccepted(returnId, byMerchant ? Party.CONSUMER : Party.MERCHANT, "P" + proposals));
        }
    }

    private Payload goods(String returnId) {
        int dice = random.between(0, 99);
        if (dice < 45) {
            return new ReturnShipped(returnId, "POST", "T1");
        }
        if (dice < 55) {
            return new ReturnLost(returnId, "POST");
        }
        List<ReceivedLine> received = new ArrayList<>();
        for (LineQuantity some : someLines()) {
            Condition condition = random.chance(50)
                    ? Condition.AS_SOLD
                    : random.oneOf(Condition.DAMAGED, Condition.MISSING, Condition.WRONG_ITEM, Condition.EMPTY_PACKAGE);
            received.add(new ReceivedLine(some.lineId(), some.quantity(), condition));
        }
        return new ReturnReceived(returnId, received);
    }

    private List<LineQuantity> someOrAll() {
        return random.chance(60) ? null : someLines();
    }

    private List<LineQuantity> someLines() {
        List<LineQuantity> some = new ArrayList<>();
        int start = random.between(0, lines.size() - 1);
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get((start + i) % lines.size());
            if (i == 0 || random.chance(25)) {
                some.add(new LineQuantity(line.lineId(), random.between(1, line.quantity())));
            }
        }
        return some;
    }

    private long worth(LineQuantity some) {
        for (OrderLine line : lines) {
            if (line.lineId().equals(some.lineId())) {
                return line.amount() * some.quantity() / line.quantity();
            }
        }
        throw new IllegalStateException("no line " + some.lineId());
    }

    private void add(long occurredAt, Payload payload) {
        long at = occurredAt + delay(occurredAt);
        int index = events.size() + 1;
        events.add(
                new ScenarioEvent(index, 0, at, "e" + index, "O1", "O1", occurredAt, "scenario", null, payload, null));
    }

    private long delay(long occurredAt) {
        if (early) {
            return random.chance(70) ? 0 : random.between(0L, START + EARLY - occurredAt);
        }
        if (random.chance(80)) {
            return 0;
        }
        return random.chance(60) ? random.between(1, 600) * 60_000L : random.between(1, 9 * 24) * HOUR;
    }
}
