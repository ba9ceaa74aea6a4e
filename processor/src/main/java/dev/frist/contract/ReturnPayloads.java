package dev.frist.contract;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnPayload;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payloads of {@code returns}. */
final class ReturnPayloads {

    private static final Words<dev.frist.schema.Condition, Condition> CONDITIONS =
            Words.between(dev.frist.schema.Condition.class, Condition.class);
    private static final Words<Condition, dev.frist.schema.Condition> CONDITIONS_BACK =
            Words.between(Condition.class, dev.frist.schema.Condition.class);
    private static final Words<dev.frist.schema.RefusalGround, RefusalGround> GROUNDS =
            Words.between(dev.frist.schema.RefusalGround.class, RefusalGround.class);
    private static final Words<RefusalGround, dev.frist.schema.RefusalGround> GROUNDS_BACK =
            Words.between(RefusalGround.class, dev.frist.schema.RefusalGround.class);
    private static final Words<dev.frist.schema.Answer, Answer> ANSWERS =
            Words.between(dev.frist.schema.Answer.class, Answer.class);
    private static final Words<Answer, dev.frist.schema.Answer> ANSWERS_BACK =
            Words.between(Answer.class, dev.frist.schema.Answer.class);

    private ReturnPayloads() {}

    /** Null for a payload of another topic. */
    static @Nullable ReturnPayload read(Object payload) {
        ReturnPayload ofGoods = readOfGoods(payload);
        return ofGoods != null ? ofGoods : readOfParties(payload);
    }

    private static @Nullable ReturnPayload readOfGoods(Object payload) {
        if (payload instanceof dev.frist.schema.ReturnRegistered it) {
            return new ReturnRegistered(
                    it.getReturnId(),
                    Parties.read(it.getKind()),
                    Parties.read(it.getRegisteredBy()),
                    Lines.each(it.getLines(), Lines::read));
        }
        if (payload instanceof dev.frist.schema.ReturnShipped it) {
            return new ReturnShipped(it.getReturnId(), it.getCarrier(), it.getTrackingRef());
        }
        if (payload instanceof dev.frist.schema.ReturnReceived it) {
            return new ReturnReceived(it.getReturnId(), Lines.each(it.getLines(), ReturnPayloads::read));
        }
        if (payload instanceof dev.frist.schema.ReturnLost it) {
            return new ReturnLost(it.getReturnId(), it.getCarrier());
        }
        if (payload instanceof dev.frist.schema.ReturnCancelled it) {
            return new ReturnCancelled(it.getReturnId(), Parties.read(it.getBy()), Lines.read(it.getLines()));
        }
        return null;
    }

    private static @Nullable ReturnPayload readOfParties(Object payload) {
        if (payload instanceof dev.frist.schema.ReturnRefused it) {
            return new ReturnRefused(
                    it.getReturnId(),
                    Parties.read(it.getBy()),
                    Lines.read(it.getLines()),
                    GROUNDS.of(it.getGround()),
                    it.getStatement(),
                    List.copyOf(it.getEvidenceRefs()));
        }
        if (payload instanceof dev.frist.schema.RefusalAnswered it) {
            return new RefusalAnswered(
                    it.getReturnId(),
                    Parties.read(it.getBy()),
                    ANSWERS.of(it.getAnswer()),
                    it.getStatement(),
                    List.copyOf(it.getEvidenceRefs()));
        }
        if (payload instanceof dev.frist.schema.SettlementProposed it) {
            return new SettlementProposed(
                    it.getReturnId(),
                    it.getProposalId(),
                    Parties.read(it.getBy()),
                    it.getAmount(),
                    it.getKeepGoods(),
                    it.getTerms());
        }
        if (payload instanceof dev.frist.schema.SettlementAccepted it) {
            return new SettlementAccepted(it.getReturnId(), Parties.read(it.getBy()), it.getReference());
        }
        if (payload instanceof dev.frist.schema.DeadlineExtended it) {
            return new DeadlineExtended(
                    it.getReturnId(), Parties.read(it.getBy()), it.getUntil().toEpochMilli(), it.getReason());
        }
        if (payload instanceof dev.frist.schema.NoticeDelivered it) {
            return new NoticeDelivered(
                    it.getReturnId(),
                    it.getNoticeId(),
                    Parties.read(it.getAudience()),
                    it.getChannel(),
                    it.getDeliveredAt().toEpochMilli());
        }
        return null;
    }

    private static ReceivedLine read(dev.frist.schema.ReceivedLine line) {
        return new ReceivedLine(line.getLineId(), line.getQuantity(), CONDITIONS.of(line.getCondition()));
    }

    static Object write(ReturnPayload payload) {
        Object ofGoods = writeOfGoods(payload);
        return ofGoods != null ? ofGoods : writeOfParties(payload);
    }

    private static @Nullable Object writeOfGoods(ReturnPayload payload) {
        if (payload instanceof ReturnRegistered it) {
            return new dev.frist.schema.ReturnRegistered(
                    it.returnId(),
                    Parties.write(it.kind()),
                    Parties.write(it.registeredBy()),
                    Lines.each(it.lines(), Lines::write));
        }
        if (payload instanceof ReturnShipped it) {
            return new dev.frist.schema.ReturnShipped(it.returnId(), it.carrier(), it.trackingRef());
        }
        if (payload instanceof ReturnReceived it) {
            return new dev.frist.schema.ReturnReceived(it.returnId(), Lines.each(it.lines(), ReturnPayloads::write));
        }
        if (payload instanceof ReturnLost it) {
            return new dev.frist.schema.ReturnLost(it.returnId(), it.carrier());
        }
        if (payload instanceof ReturnCancelled it) {
            return new dev.frist.schema.ReturnCancelled(it.returnId(), Parties.write(it.by()), Lines.write(it.lines()));
        }
        return null;
    }

    private static Object writeOfParties(ReturnPayload payload) {
        if (payload instanceof ReturnRefused it) {
            return new dev.frist.schema.ReturnRefused(
                    it.returnId(),
                    Parties.write(it.by()),
                    Lines.write(it.lines()),
                    GROUNDS_BACK.of(it.ground()),
                    it.statement(),
                    it.evidenceRefs());
        }
        if (payload instanceof RefusalAnswered it) {
            return new dev.frist.schema.RefusalAnswered(
                    it.returnId(),
                    Parties.write(it.by()),
                    ANSWERS_BACK.of(it.answer()),
                    it.statement(),
                    it.evidenceRefs());
        }
        if (payload instanceof SettlementProposed it) {
            return new dev.frist.schema.SettlementProposed(
                    it.returnId(), it.proposalId(), Parties.write(it.by()), it.amount(), it.keepGoods(), it.terms());
        }
        if (payload instanceof SettlementAccepted it) {
            return new dev.frist.schema.SettlementAccepted(it.returnId(), Parties.write(it.by()), it.reference());
        }
        if (payload instanceof DeadlineExtended it) {
            return new dev.frist.schema.DeadlineExtended(
                    it.returnId(), Parties.write(it.by()), Instant.ofEpochMilli(it.until()), it.reason());
        }
        NoticeDelivered it = (NoticeDelivered) payload;
        return new dev.frist.schema.NoticeDelivered(
                it.returnId(),
                it.noticeId(),
                Parties.write(it.audience()),
                it.channel(),
                Instant.ofEpochMilli(it.deliveredAt()));
    }

    private static dev.frist.schema.ReceivedLine write(ReceivedLine line) {
        return new dev.frist.schema.ReceivedLine(line.lineId(), line.quantity(), CONDITIONS_BACK.of(line.condition()));
    }
}
