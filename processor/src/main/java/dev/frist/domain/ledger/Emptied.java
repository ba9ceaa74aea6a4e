package dev.frist.domain.ledger;

import dev.frist.domain.decision.Ground;
import org.jspecify.annotations.Nullable;

/**
 * What last left a case with less, or with nothing outstanding.
 *
 * @param moment the fact that did it; null where only time passed
 * @param at when, epoch millis
 */
public record Emptied(@Nullable Moment moment, long at, Ground ground) {}
