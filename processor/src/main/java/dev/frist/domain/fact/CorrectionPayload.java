package dev.frist.domain.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payloads of the topic {@code invoice-corrections}. */
public sealed interface CorrectionPayload extends Payload {

    /** Identity of the correction, unique within its order over both kinds of corrections. */
    String correctionId();

    /**
     * The merchant credited the invoice.
     *
     * @param invoiceId the invoice corrected, if named
     * @param returnId the return that it is for, if named
     * @param currency ISO 4217
     * @param lines units and their amounts; null for an amount only
     * @param returnFee minor units kept by the merchant, not negative
     * @param amount minor units credited, after the fee
     */
    record CreditNoteIssued(
            String correctionId,
            @Nullable String invoiceId,
            @Nullable String returnId,
            String currency,
            @Nullable List<CreditLine> lines,
            long returnFee,
            long amount,
            CorrectionReason reason)
            implements CorrectionPayload {}

    /** A credit note was taken back; {@code reverses} is its correctionId. */
    record CorrectionReversed(String correctionId, String reverses) implements CorrectionPayload {}
}
