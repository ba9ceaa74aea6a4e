package dev.frist.experiments.fuzz;

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
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Payloads of every kind that fit together often enough for cases to open, to be disputed and to end. */
final class PlausibleEvents {

    private static final long DAY = 86_400_000;
    private static final int KINDS = 24;

    private final Random random;

    PlausibleEvents(Random random) {
        this.random = random;
    }

    /** Two lines of three units. */
    OrderPlaced order() {
        return new OrderPlaced(
                "M" + random.nextInt(3),
                new Channel("DIRECT", "merchant"),
                "SE",
                "SEK",
                "C1",
                List.of(
                        new OrderLine("L1", "shoe", LineType.PHYSICAL, 3, 150_000, 2500),
                        new OrderLine("L2", "laces", LineType.PHYSICAL, 3, 9_000, 2500)));
    }

    /** Any payload that might happen at an instant. */
    Payload any(long now) {
        String returned = "R" + random.nextInt(3);
        return switch (random.nextInt(KINDS)) {
            case 0 -> order();
            case 1 -> new OrderDelivered(now - random.nextLong(60 * DAY), lines());
            case 2 -> new OrderCancelled(party(), lines());
            case 3 -> random.nextInt(20) == 0 ? new OrderErased(party(), "asked for") : order();
            case 4, 5, 6, 7 ->
                new ReturnRegistered(
                        returned, any(ReturnKind.values()), party(), List.of(new LineQuantity(line(), quantity())));
            case 8 -> new ReturnShipped(returned, "carrier", "T1");
            case 9 ->
                new ReturnReceived(returned, List.of(new ReceivedLine(line(), quantity(), any(Condition.values()))));
            case 10 -> new ReturnLost(returned, "carrier");
            case 11 -> new ReturnCancelled(returned, Party.CONSUMER, lines());
            case 12, 13 ->
                new ReturnRefused(
                        returned, Party.MERCHANT, lines(), any(RefusalGround.values()), "worn", List.of("photo-1"));
            case 14 -> new RefusalAnswered(returned, Party.CONSUMER, any(Answer.values()), "not worn", List.of());
            case 15 ->
                new SettlementProposed(
                        returned, "P" + random.nextInt(4), party(), amount(), random.nextBoolean(), "as agreed");
            case 16 -> new SettlementAccepted(returned, party(), "P" + random.nextInt(4));
            case 17 -> new DeadlineExtended(returned, party(), now + random.nextLong(30 * DAY), "asked for");
            case 18 ->
                new NoticeDelivered(returned, "notice-1", any(Audience.values()), "MAIL", now - random.nextLong(DAY));
            case 19 -> new CorrectionReversed("K" + random.nextInt(1_000_000), "K" + random.nextInt(6));
            default -> credit(returned);
        };
    }

    private CreditNoteIssued credit(String returned) {
        List<CreditLine> lines = random.nextInt(4) == 0 ? null : List.of(new CreditLine(line(), quantity(), amount()));
        return new CreditNoteIssued(
                "K" + random.nextInt(6),
                null,
                random.nextBoolean() ? returned : null,
                "SEK",
                lines,
                random.nextInt(4) == 0 ? 4_900 : 0,
                amount(),
                any(CorrectionReason.values()));
    }

    private @Nullable List<LineQuantity> lines() {
        return random.nextBoolean() ? null : List.of(new LineQuantity(line(), quantity()));
    }

    private String line() {
        return random.nextInt(4) == 0 ? "L2" : "L1";
    }

    private int quantity() {
        return 1 + random.nextInt(3);
    }

    private long amount() {
        return 50_000L * (1 + random.nextInt(3));
    }

    private Party party() {
        return any(Party.values());
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
