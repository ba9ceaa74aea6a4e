package dev.frist.policy;

import dev.frist.domain.fact.Position;
import dev.frist.domain.policy.WindowPolicy;

/** A version that the guard let pass, where it lies, and when it was written (epoch millis). */
public record AcceptedPolicy(WindowPolicy policy, Position position, long writtenAt) {}
