package dev.frist.domain.order;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import java.util.List;

/**
 * The dispute that stands open, as last published.
 *
 * @param openedAt when it was opened, epoch millis
 * @param amount minor units, net
 */
public record PublishedDispute(long openedAt, List<DecisionLine> lines, long amount, Ground ground, Review review) {}
