package dev.frist.contract;

import dev.frist.domain.fact.CorrectionPayload;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import org.jspecify.annotations.Nullable;

/** The payloads of {@code invoice-corrections}. */
final class CorrectionPayloads {

    private static final Words<dev.frist.schema.CorrectionReason, CorrectionReason> REASONS =
            Words.between(dev.frist.schema.CorrectionReason.class, CorrectionReason.class);
    private static final Words<CorrectionReason, dev.frist.schema.CorrectionReason> REASONS_BACK =
            Words.between(CorrectionReason.class, dev.frist.schema.CorrectionReason.class);

    private CorrectionPayloads() {}

    /** Null for a payload of another topic. */
    static @Nullable CorrectionPayload read(Object payload) {
        if (payload instanceof dev.frist.schema.CreditNoteIssued note) {
            var lines = note.getLines();
            return new CreditNoteIssued(
                    note.getCorrectionId(),
                    note.getInvoiceId(),
                    note.getReturnId(),
                    note.getCurrency(),
                    lines == null ? null : Lines.each(lines, CorrectionPayloads::read),
                    note.getReturnFee(),
                    note.getAmount(),
                    REASONS.of(note.getReason()));
        }
        if (payload instanceof dev.frist.schema.CorrectionReversed reversed) {
            return new CorrectionReversed(reversed.getCorrectionId(), reversed.getReverses());
        }
        return null;
    }

    private static CreditLine read(dev.frist.schema.CreditLine line) {
        return new CreditLine(line.getLineId(), line.getQuantity(), line.getAmount());
    }

    static Object write(CorrectionPayload payload) {
        if (payload instanceof CreditNoteIssued note) {
            var lines = note.lines();
            return new dev.frist.schema.CreditNoteIssued(
                    note.correctionId(),
                    note.invoiceId(),
                    note.returnId(),
                    note.currency(),
                    lines == null ? null : Lines.each(lines, CorrectionPayloads::write),
                    note.returnFee(),
                    note.amount(),
                    REASONS_BACK.of(note.reason()));
        }
        CorrectionReversed reversed = (CorrectionReversed) payload;
        return new dev.frist.schema.CorrectionReversed(reversed.correctionId(), reversed.reverses());
    }

    private static dev.frist.schema.CreditLine write(CreditLine line) {
        return new dev.frist.schema.CreditLine(line.lineId(), line.quantity(), line.amount());
    }
}
