package dev.frist.domain.decision;

import org.jspecify.annotations.Nullable;

/** Units of one order line that a decision speaks of, and their value in minor units; a ground in disputes only. */
public record DecisionLine(
        String lineId, int quantity, long amount, @Nullable Ground ground) {}
