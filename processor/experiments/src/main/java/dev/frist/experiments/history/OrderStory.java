package dev.frist.experiments.history;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
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
import dev.frist.domain.verdict.DecisionIds;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to one order: returned, then credited in time or just not, in units or as an amount, reversed, refused,
 * settled, cancelled, sent and received, extended, or met with silence. Some of it arrives late and out of order.
 */
final class OrderStory {

    private static final String RETURN = "R1";

    private final Dice dice;
    private final Form form;
    private final String orderId;
    private final Buyer buyer;
    private final Basket basket;
    private final long registered;
    private final long deadline;
    private final List<Said> said = new ArrayList<>();

    private OrderStory(Dice dice, Form form, String orderId, Buyer buyer, long registered, long handling) {
        this.dice = dice;
        this.form = form;
        this.orderId = orderId;
        this.buyer = buyer;
        this.basket = Basket.any(dice);
        this.registered = registered;
        this.deadline = registered + handling;
    }

    /** A story whose return is registered at that instant. */
    static OrderStory registeredAt(Dice dice, Form form, ShortWindows windows, String orderId, long registered) {
        Buyer buyer = Buyer.any(dice);
        return new OrderStory(dice, form, orderId, buyer, registered, windows.handling(buyer)).tell();
    }

    /** A story whose first deadline is that instant. */
    static OrderStory dueAt(Dice dice, Form form, ShortWindows windows, String orderId, long deadline) {
        Buyer buyer = Buyer.any(dice);
        long handling = windows.handling(buyer);
        return new OrderStory(dice, form, orderId, buyer, deadline - handling, handling).tell();
    }

    List<Said> said() {
        return said;
    }

    /** The deadline as it stands when nobody moves it. */
    long deadline() {
        return deadline;
    }

    /** Whether nothing that keeps a dispute from opening was ever sent. */
    boolean isSilent() {
        return said.stream()
                .allMatch(event -> event.payload() instanceof dev.frist.domain.fact.OrderPayload
                        || event.payload() instanceof ReturnRegistered);
    }

    private OrderStory tell() {
        long placed = registered - dice.between(form.unit(), 3 * form.unit());
        say(placed, basket.placedBy(buyer, orderId));
        if (dice.chance(30)) {
            // Some were delivered so long ago that a withdrawal comes too late.
            long delivered = dice.chance(7) ? placed - 120_000 : placed + dice.between(0, form.unit() / 2);
            say(placed + form.unit() / 2, new OrderDelivered(delivered, null));
        }
        say(registered, new ReturnRegistered(RETURN, buyer.kind(), Party.CONSUMER, basket.claim()));
        if (buyer.countsFromShipment() && dice.chance(80)) {
            say(registered + dice.between(0, 20), new ReturnShipped(RETURN, "POST", "T1"));
        }
        if (buyer.needsReceipt() && dice.chance(70)) {
            long told = registered + form.unit();
            String notice = DecisionIds.of(orderId, RETURN, 1).toString();
            say(told, new NoticeDelivered(RETURN, notice, Audience.MERCHANT, "mail", told));
        }
        reaction();
        if (dice.chance(8) && basket.hasRest()) {
            say(
                    registered + dice.between(0, 4 * form.unit()),
                    new ReturnRegistered("R2", buyer.kind(), Party.MERCHANT, basket.rest()));
        }
        return this;
    }

    private void reaction() {
        int story = dice.between(0, 99);
        if (story < 38) {
            if (dice.chance(15)) {
                say(deadline + dice.between(2, 6) * form.unit(), basket.credit("K1", RETURN));
            }
        } else if (story < 50) {
            say(early(), basket.credit("K1", RETURN));
        } else if (story < 55) {
            say(early(), basket.credit("K1", null));
        } else if (story < 60) {
            say(early(), basket.amountOnly("K1", dice.chance(50) ? RETURN : null));
        } else if (story < 70) {
            say(deadline + dice.between(-800L, 1500L), basket.credit("K1", dice.chance(70) ? RETURN : null));
        } else if (story < 75) {
            long credited = early();
            say(credited, basket.credit("K1", RETURN));
            say(credited + dice.between(1, 10) * form.unit(), new CorrectionReversed("K2", "K1"));
        } else if (story < 83) {
            refused();
        } else if (story < 88) {
            settled();
        } else if (story < 91) {
            say(early(), dice.chance(50) ? cancelled() : new OrderCancelled(Party.MERCHANT, null));
        } else if (story < 94) {
            say(early(), received());
        } else if (story < 97) {
            long until = deadline + dice.between(1, 6) * form.unit();
            say(early(), new DeadlineExtended(RETURN, dice.oneOf(Party.OPERATOR, Party.CONSUMER), until, "asked for"));
        } else {
            say(early(), basket.partialCredit("K1", RETURN, CorrectionReason.RETURN));
        }
    }

    private Payload cancelled() {
        return new ReturnCancelled(RETURN, Party.CONSUMER, null);
    }

    private void refused() {
        long at = dice.chance(85) ? early() : deadline + dice.between(0, 1000);
        say(
                at,
                new ReturnRefused(
                        RETURN,
                        Party.MERCHANT,
                        dice.chance(70) ? null : basket.one(),
                        dice.oneOf(RefusalGround.USED, RefusalGround.NOT_FAULTY, RefusalGround.OTHER),
                        "worn",
                        List.of("photo-1")));
        if (dice.chance(60)) {
            Answer answer = dice.oneOf(Answer.ACCEPTED, Answer.CONTESTED);
            say(
                    at + dice.between(1, 5) * form.unit(),
                    new RefusalAnswered(RETURN, Party.CONSUMER, answer, "", List.of()));
        }
    }

    private void settled() {
        if (dice.chance(20)) {
            say(early(), basket.credit("K1", null));
            say(deadline - form.unit(), new SettlementAccepted(RETURN, Party.CONSUMER, "K1"));
            return;
        }
        boolean byMerchant = dice.chance(70);
        long at = early();
        say(
                at,
                new SettlementProposed(
                        RETURN, "P1", byMerchant ? Party.MERCHANT : Party.CONSUMER, 1_000, byMerchant, "keep it"));
        if (dice.chance(75)) {
            say(
                    at + dice.between(1, 6) * form.unit(),
                    new SettlementAccepted(RETURN, byMerchant ? Party.CONSUMER : Party.MERCHANT, "P1"));
        }
    }

    private Payload received() {
        if (dice.chance(20)) {
            return new ReturnLost(RETURN, "POST");
        }
        Condition condition = dice.oneOf(
                Condition.AS_SOLD, Condition.DAMAGED, Condition.MISSING, Condition.WRONG_ITEM, Condition.EMPTY_PACKAGE);
        return new ReturnReceived(
                RETURN,
                basket.claim().stream()
                        .map(line -> new ReceivedLine(line.lineId(), line.quantity(), condition))
                        .toList());
    }

    private long early() {
        return dice.between(registered + form.unit() / 2, deadline - form.unit() / 2);
    }

    private void say(long occurs, Payload payload) {
        said.add(new Said(orderId + "-" + (said.size() + 1), orderId, occurs, occurs + delay(), payload));
    }

    /** Most travel fast; some are overtaken by what happened after them. */
    private long delay() {
        int way = dice.between(0, 99);
        if (way < 75) {
            return dice.between(0L, 60L);
        }
        return dice.between(0, (way < 95 ? 2 : 7) * form.unit());
    }
}
