package dev.frist.domain.verdict;

import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Evidence;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.decision.Owner;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.ledger.Credit;
import dev.frist.domain.ledger.Moment;
import dev.frist.domain.ledger.OrderLedger;
import dev.frist.domain.ledger.Shares;
import dev.frist.domain.ledger.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decisions of one evaluation, each with its blocks: invoice, deadline, owner, explanation and evidence. */
final class Publication {

    private static final DeadlineBlock NO_DEADLINE = new DeadlineBlock(null, null, List.of(), null, null, null);

    private final String orderId;
    private final OrderPlaced order;
    private final Timeline timeline;
    private final @Nullable Fact received;
    private final OrderLedger ledger;
    private final Collection<Case> cases;
    private final long now;
    private final List<Decision> decisions = new ArrayList<>();
    private int orderSequence;
    private final WhatIf whatIf;
    private final Map<Case, List<String>> allowedActions = new HashMap<>();
    private @Nullable InvoiceBlock invoice;

    Publication(
            String orderId,
            OrderPlaced order,
            Timeline timeline,
            @Nullable Fact received,
            OrderLedger ledger,
            Collection<Case> cases,
            WhatIf whatIf,
            int orderSequence,
            long now) {
        this.orderId = orderId;
        this.order = order;
        this.timeline = timeline;
        this.received = received;
        this.ledger = ledger;
        this.cases = cases;
        this.whatIf = whatIf;
        this.orderSequence = orderSequence;
        this.now = now;
    }

    List<Decision> decisions() {
        return decisions;
    }

    /** The sequence number last used for decisions that concern no return. */
    int orderSequence() {
        return orderSequence;
    }

    /** The fact that led to the evaluation, null at a wake-up. */
    @Nullable
    Fact received() {
        return received;
    }

    /** Whether what is evaluated was brought about by the reversal of a correction. */
    boolean isReversal() {
        return received != null && received.payload() instanceof CorrectionReversed;
    }

    /** Publishes a decision about a return under the next number of its sequence. */
    void publish(
            Case returned,
            DecisionType type,
            @Nullable Ground ground,
            List<DecisionLine> lines,
            long amount,
            Review review,
            Map<String, String> parameters) {
        int sequence = ++returned.memory().sequence;
        DeadlineBlock deadline = returned.deadline().block(returned.memory().lastDue() != null);
        Wording wording = new Wording(order.currency(), returned.deadline().policy())
                .about(returned.returnId(), lines, amount)
                .deadline(deadline)
                .invoice(invoice())
                .with(parameters);
        decisions.add(new Decision(
                type.topic(),
                returned.decisionId(sequence),
                orderId,
                returned.returnId(),
                sequence,
                now,
                type,
                ground,
                lines,
                amount,
                order.currency(),
                deadline,
                invoice(),
                owner(),
                audience(type, parameters),
                allowedActions(returned),
                review,
                Explanations.explain(type, ground, wording.parameters()),
                evidence(returned)));
    }

    /** Asks the merchant for the lines of an amount that belongs to no return, or may belong to several. */
    void unmatched(Credit credit) {
        int sequence = ++orderSequence;
        Wording wording = new Wording(order.currency(), null)
                .about(null, List.of(), credit.note().amount())
                .invoice(invoice())
                .with(Map.of("correctionId", credit.note().correctionId()));
        decisions.add(new Decision(
                DecisionType.CORRECTION_UNMATCHED.topic(),
                DecisionIds.of(orderId, null, sequence),
                orderId,
                null,
                sequence,
                now,
                DecisionType.CORRECTION_UNMATCHED,
                null,
                List.of(),
                credit.note().amount(),
                order.currency(),
                NO_DEADLINE,
                invoice(),
                owner(),
                List.of(Audience.MERCHANT),
                List.of("ReturnRegistered", "SettlementAccepted", "CorrectionReversed"),
                Review.STANDARD,
                Explanations.explain(DecisionType.CORRECTION_UNMATCHED, null, wording.parameters()),
                evidence(timeline.moments().stream()
                        .filter(moment -> moment.payload() instanceof OrderPlaced
                                || moment.fact()
                                        .eventId()
                                        .equals(credit.moment().fact().eventId()))
                        .toList())));
    }

    /** An instant as a person reads it, in the zone of the case's policy. */
    String time(Case returned, long at) {
        return new Wording(order.currency(), returned.deadline().policy()).time(at);
    }

    private InvoiceBlock invoice() {
        if (invoice == null) {
            invoice = Invoice.of(order, ledger, cases);
        }
        return invoice;
    }

    private Owner owner() {
        return new Owner(
                order.merchantId(), order.channel().name(), order.channel().contactRoute());
    }

    private static List<Audience> audience(DecisionType type, Map<String, String> parameters) {
        if (type == DecisionType.SETTLEMENT_PROPOSED) {
            boolean byMerchant = Party.MERCHANT.name().equals(parameters.get("by"));
            return List.of(byMerchant ? Audience.CONSUMER : Audience.MERCHANT);
        }
        return type.audience();
    }

    private List<String> allowedActions(Case returned) {
        return allowedActions.computeIfAbsent(
                returned, open -> AllowedActions.of(open, ledger, whatIf, Shares.plus(now, 1)));
    }

    /** The facts of the order, of the return, and of the corrections that touch it. */
    private List<Evidence> evidence(Case returned) {
        Map<String, Moment> cited = new LinkedHashMap<>();
        List<Credit> touching = ledger.credits().stream()
                .filter(credit -> credit.touches(returned.claim()))
                .toList();
        for (Moment moment : timeline.moments()) {
            boolean ofTheReturn = moment.payload() instanceof ReturnPayload said
                    && said.returnId().equals(returned.returnId());
            boolean concerns = moment.payload() instanceof OrderPayload
                    || ofTheReturn
                    || touching.stream().anyMatch(credit -> isCorrection(moment, credit));
            if (concerns) {
                cited.put(moment.fact().eventId(), moment);
            }
        }
        return evidence(List.copyOf(cited.values()));
    }

    private static boolean isCorrection(Moment moment, Credit credit) {
        boolean reverses = moment.payload() instanceof CorrectionReversed reversed
                && reversed.reverses().equals(credit.note().correctionId());
        return reverses || credit.moment().equals(moment);
    }

    private static List<Evidence> evidence(List<Moment> moments) {
        return moments.stream()
                .map(moment ->
                        new Evidence(moment.fact().eventId(), moment.fact().position()))
                .toList();
    }
}
