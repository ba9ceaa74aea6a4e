package dev.frist.contract;

import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Evidence;
import dev.frist.domain.decision.Explanation;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.decision.Owner;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Position;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The blocks of fields that all decisions carry. */
final class Blocks {

    private static final Words<Ground, dev.frist.schema.Ground> GROUNDS =
            Words.between(Ground.class, dev.frist.schema.Ground.class);
    private static final Words<InvoiceAction, dev.frist.schema.InvoiceAction> ACTIONS =
            Words.between(InvoiceAction.class, dev.frist.schema.InvoiceAction.class);
    private static final Words<Review, dev.frist.schema.Review> REVIEWS =
            Words.between(Review.class, dev.frist.schema.Review.class);

    private Blocks() {}

    static dev.frist.schema.@Nullable Ground write(@Nullable Ground ground) {
        return ground == null ? null : GROUNDS.of(ground);
    }

    static dev.frist.schema.Review write(Review review) {
        return REVIEWS.of(review);
    }

    static dev.frist.schema.DecisionLine write(DecisionLine line) {
        return new dev.frist.schema.DecisionLine(line.lineId(), line.quantity(), line.amount(), write(line.ground()));
    }

    static DecisionLine read(dev.frist.schema.DecisionLine line) {
        return new DecisionLine(line.getLineId(), line.getQuantity(), line.getAmount(), read(line.getGround()));
    }

    /** Null for a word that the domain does not have. */
    static @Nullable Ground read(dev.frist.schema.@Nullable Ground ground) {
        return ground == null || ground == dev.frist.schema.Ground.UNKNOWN ? null : Ground.valueOf(ground.name());
    }

    static dev.frist.schema.Deadline write(DeadlineBlock deadline) {
        return new dev.frist.schema.Deadline(
                instant(deadline.anchor()),
                instant(deadline.due()),
                Lines.each(deadline.extensions(), Instant::ofEpochMilli),
                deadline.policyId(),
                deadline.version(),
                instant(deadline.told()));
    }

    static DeadlineBlock read(dev.frist.schema.Deadline deadline) {
        return new DeadlineBlock(
                millis(deadline.getAnchor()),
                millis(deadline.getDue()),
                Lines.each(deadline.getExtensions(), Instant::toEpochMilli),
                deadline.getPolicyId(),
                deadline.getVersion(),
                millis(deadline.getTold()));
    }

    static dev.frist.schema.Invoice write(InvoiceBlock invoice) {
        return new dev.frist.schema.Invoice(
                invoice.captured(),
                invoice.credited(),
                invoice.agreed(),
                invoice.held(),
                invoice.payable(),
                ACTIONS.of(invoice.action()));
    }

    static InvoiceBlock read(dev.frist.schema.Invoice invoice) {
        return new InvoiceBlock(
                invoice.getCaptured(),
                invoice.getCredited(),
                invoice.getAgreed(),
                invoice.getHeld(),
                invoice.getPayable(),
                InvoiceAction.valueOf(invoice.getAction().name()));
    }

    static dev.frist.schema.Owner write(Owner owner) {
        return new dev.frist.schema.Owner(owner.merchantId(), owner.channel(), owner.contactRoute());
    }

    static Owner read(dev.frist.schema.Owner owner) {
        return new Owner(owner.getMerchantId(), owner.getChannel(), owner.getContactRoute());
    }

    static dev.frist.schema.Explanation write(Explanation explanation) {
        return new dev.frist.schema.Explanation(explanation.code(), explanation.text(), explanation.parameters());
    }

    static Explanation read(dev.frist.schema.Explanation explanation) {
        return new Explanation(explanation.getCode(), explanation.getText(), Map.copyOf(explanation.getParameters()));
    }

    static dev.frist.schema.Evidence write(Evidence evidence) {
        Position position = evidence.position();
        return new dev.frist.schema.Evidence(
                evidence.eventId(), position.topic(), position.partition(), position.offset());
    }

    static Evidence read(dev.frist.schema.Evidence evidence) {
        return new Evidence(
                evidence.getEventId(),
                new Position(evidence.getTopic(), evidence.getPartition(), evidence.getOffset()));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
