package dev.frist.domain.engine;

import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who acted, and who may: only the merchant refuses, only the consumer cancels or answers, and so on. */
record Entitlement(Party by, Set<Party> allowed) {

    private static final Set<Party> CONSUMER = Set.of(Party.CONSUMER);
    private static final Set<Party> MERCHANT = Set.of(Party.MERCHANT);
    private static final Set<Party> PARTIES = Set.of(Party.CONSUMER, Party.MERCHANT);
    /** Not the merchant: with the order goes every dispute over it. */
    private static final Set<Party> ERASERS = Set.of(Party.OPERATOR, Party.CONSUMER);

    private static final Set<Party> EXTENDERS = Set.of(Party.OPERATOR, Party.CONSUMER);

    /** Who acted, and who may; null where the event names nobody, or where anybody may. */
    static @Nullable Entitlement of(Payload payload) {
        if (payload instanceof OrderErased erased) {
            return new Entitlement(erased.by(), ERASERS);
        }
        return payload instanceof ReturnPayload said ? ofReturn(said) : null;
    }

    private static @Nullable Entitlement ofReturn(ReturnPayload said) {
        if (said instanceof ReturnRegistered registered) {
            return new Entitlement(registered.registeredBy(), PARTIES);
        }
        if (said instanceof ReturnCancelled cancelled) {
            return new Entitlement(cancelled.by(), CONSUMER);
        }
        if (said instanceof ReturnRefused refused) {
            return new Entitlement(refused.by(), MERCHANT);
        }
        if (said instanceof RefusalAnswered answered) {
            return new Entitlement(answered.by(), CONSUMER);
        }
        if (said instanceof SettlementProposed proposed) {
            return new Entitlement(proposed.by(), PARTIES);
        }
        if (said instanceof SettlementAccepted accepted) {
            return new Entitlement(accepted.by(), PARTIES);
        }
        return said instanceof DeadlineExtended extended ? new Entitlement(extended.by(), EXTENDERS) : null;
    }

    boolean isGiven() {
        return allowed.contains(by);
    }
}
