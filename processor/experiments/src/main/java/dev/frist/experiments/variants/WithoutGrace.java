package dev.frist.experiments.variants;

import dev.frist.domain.fact.Event;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.Window;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.topology.CaseEngine;
import dev.frist.topology.TopologyParts;

/** Wakes orders and opens disputes at the deadline itself: what is still on its way then is not waited for. */
public final class WithoutGrace implements Variant {

    private static final Window NONE = Window.parse("PT0S");

    private WithoutGrace() {}

    @Override
    public TopologyParts changed(TopologyParts parts) {
        CaseEngine honest = parts.engine();
        return parts.withEngine(new CaseEngine() {
            @Override
            public Outcome receive(OrderState before, Event event, PolicyBook policies, long now) {
                return honest.receive(before, event, withoutGrace(policies), now);
            }

            @Override
            public Outcome wake(OrderState before, PolicyBook policies, long now) {
                return honest.wake(before, withoutGrace(policies), now);
            }
        });
    }

    private static PolicyBook withoutGrace(PolicyBook policies) {
        PolicyBook book = PolicyBook.EMPTY;
        for (WindowPolicy policy : policies.all()) {
            book = book.with(withoutGrace(policy));
        }
        return book;
    }

    private static WindowPolicy withoutGrace(WindowPolicy policy) {
        return new WindowPolicy(
                policy.ref(),
                policy.scope(),
                policy.effectiveFrom(),
                policy.handlingWindow(),
                policy.anchor(),
                policy.evidenceWindow(),
                policy.returnWindow(),
                policy.minimumNotice(),
                policy.reminders(),
                NONE,
                policy.calendar(),
                policy.amountTolerance(),
                policy.maxReturnFee(),
                policy.uncontestedRefusal(),
                policy.requireNoticeReceipt(),
                policy.openCases(),
                policy.author(),
                policy.approvedBy(),
                policy.reason());
    }

    /** Takes {@code run} and its options. */
    public static void main(String[] args) {
        VariantProgram.run(args, new WithoutGrace());
    }
}
