package dev.frist.domain.order;

import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.Decision;
import java.util.List;

/**
 * What a record or a wake-up leads to. Nothing of it has happened yet: whoever asked stores the state and publishes the
 * rest in one transaction.
 *
 * @param after the state to store; {@linkplain OrderState#isEmpty() empty} where the order is to be deleted
 * @param duplicate whether the record said what was known already
 */
public record Outcome(OrderState after, List<Decision> decisions, List<DeadLetter> deadLetters, boolean duplicate) {}
