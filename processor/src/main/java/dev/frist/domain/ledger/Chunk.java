package dev.frist.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Units of a claimed line that were credited together: by lines of a correction, or, where {@code credit} is null,
 * because the money credited on the case left nothing of them.
 */
final class Chunk {

    final @Nullable Credit credit;
    final ClaimLine claimLine;
    final @Nullable Refusal refusal;
    final int units;
    final long money;
    final long sequence;
    long value;

    Chunk(
            @Nullable Credit credit,
            ClaimLine claimLine,
            @Nullable Refusal refusal,
            int units,
            long money,
            long sequence) {
        this.credit = credit;
        this.claimLine = claimLine;
        this.refusal = refusal;
        this.units = units;
        this.money = money;
        this.sequence = sequence;
    }
}
