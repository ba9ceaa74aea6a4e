package dev.frist.demo;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import java.util.List;

/** What can become of an order in the demo. */
enum Story {
    /** Everything is kept. */
    KEPT {
        @Override
        void tell(OrderScript order) {
            order.order();
        }
    },

    /** Some goods are kept, the rest goes back, and the merchant soon corrects the invoice to match. */
    CORRECTED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            received(order, Condition.AS_SOLD);
            order.credit(order.within(0.15, 0.4), order.claim(), 0);
        }
    },

    /** The same, but well into the window: in time under the window that the case was opened under. */
    CORRECTED_LATER {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            received(order, Condition.AS_SOLD);
            order.credit(order.within(0.55, 0.85), order.claim(), 0);
        }
    },

    /** The consumer keeps one unit after all, and the correction says so: less money, the right units. */
    KEEPS_ONE_AFTER_ALL {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            order.happens(
                    order.registered() + order.steps(1, 2),
                    new ReturnCancelled(OrderScript.RETURN, Party.CONSUMER, order.one()));
            if (order.units() > 1) {
                order.credit(order.within(0.3, 0.5), order.allButOne(), 0);
            }
        }
    },

    /** The merchant keeps a return fee that the policy allows. */
    WITH_FEE {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            order.credit(
                    order.within(0.2, 0.5), order.claim(), Math.min(DemoPolicies.MAX_RETURN_FEE, order.claimed() / 4));
        }
    },

    /** The merchant's system can only credit amounts. */
    AMOUNT_ONLY {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            order.creditAmount(order.within(0.2, 0.6), order.claimed());
        }
    },

    /** The correction is published before the return. */
    CORRECTION_FIRST {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.credit(order.registered() - order.steps(0.5, 1), order.claim(), 0);
            order.register(ReturnKind.WITHDRAWAL);
        }
    },

    /** The return is published before its order. */
    RETURN_FIRST {
        @Override
        void tell(OrderScript order) {
            order.register(ReturnKind.WITHDRAWAL);
            order.orderArriving(order.registered() + order.steps(1, 3));
            order.credit(order.within(0.5, 0.7), order.claim(), 0);
        }
    },

    /** Nobody at the merchant's ever says anything. */
    SILENT {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
        }
    },

    /** The merchant credits one unit and forgets the others. */
    HALF_CREDITED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            received(order, Condition.AS_SOLD);
            order.credit(order.within(0.2, 0.5), order.one(), 0);
        }
    },

    /** The merchant refuses with evidence, and the consumer contests it. */
    REFUSAL_CONTESTED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.FAULTY);
            received(order, Condition.AS_SOLD);
            long refused = refuse(order);
            answer(order, refused + order.steps(2, 3), Answer.CONTESTED, "It broke on the first day");
        }
    },

    /** The merchant refuses with evidence, and the consumer accepts it. */
    REFUSAL_ACCEPTED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.FAULTY);
            received(order, Condition.AS_SOLD);
            long refused = refuse(order);
            answer(order, refused + order.steps(2, 3), Answer.ACCEPTED, "I see");
        }
    },

    /** The merchant refuses with evidence, and the consumer says nothing. */
    REFUSAL_UNANSWERED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.FAULTY);
            received(order, Condition.AS_SOLD);
            refuse(order);
        }
    },

    /** The goods come back damaged, and the merchant leaves it at that. */
    DAMAGED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            received(order, Condition.DAMAGED);
        }
    },

    /** The merchant credits when the dispute has been opened. */
    CREDITED_TOO_LATE {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            order.credit(order.afterDispute(), order.claim(), 0);
        }
    },

    /** The parties agree that the goods are kept for a part of the money. */
    SETTLED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.FAULTY);
            long proposed = order.within(0.2, 0.4);
            order.happens(
                    proposed,
                    new SettlementProposed(
                            OrderScript.RETURN, "P1", Party.MERCHANT, order.claimed() / 2, true, "Half the price"));
            long accepted = proposed + order.steps(2, 3);
            order.happens(accepted, new SettlementAccepted(OrderScript.RETURN, Party.CONSUMER, "P1"));
            order.creditAmount(accepted + order.steps(1, 2), order.claimed() / 2);
        }
    },

    /** An operator gives the merchant more time, and the merchant uses it. */
    EXTENDED {
        @Override
        void tell(OrderScript order) {
            order.order();
            order.register(ReturnKind.WITHDRAWAL);
            order.happens(
                    order.within(0.4, 0.6),
                    new DeadlineExtended(
                            OrderScript.RETURN,
                            Party.OPERATOR,
                            order.afterDispute(),
                            "Outage at the merchant's system"));
            order.credit(order.deadline() + order.steps(1, 2), order.claim(), 0);
        }
    };

    /** Writes down what happens. */
    abstract void tell(OrderScript order);

    /** Whether it takes more than one unit to tell. */
    boolean needsSeveralUnits() {
        return this == KEEPS_ONE_AFTER_ALL || this == HALF_CREDITED;
    }

    private static void received(OrderScript order, Condition condition) {
        order.happens(
                order.registered() + order.steps(1, 2),
                new ReturnReceived(
                        OrderScript.RETURN,
                        order.claim().stream()
                                .map(unit -> new ReceivedLine(unit.lineId(), unit.quantity(), condition))
                                .toList()));
    }

    private static long refuse(OrderScript order) {
        long at = order.within(0.25, 0.4);
        order.happens(
                at,
                new ReturnRefused(
                        OrderScript.RETURN,
                        Party.MERCHANT,
                        null,
                        RefusalGround.NOT_FAULTY,
                        "Inspected in the workshop: no fault found",
                        List.of("photo-1", "workshop-report")));
        return at;
    }

    private static void answer(OrderScript order, long at, Answer answer, String statement) {
        order.happens(
                at, new RefusalAnswered(OrderScript.RETURN, Party.CONSUMER, answer, statement, List.of("photo-2")));
    }
}
