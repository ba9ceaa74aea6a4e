package dev.frist.scenario;

import dev.frist.domain.policy.WindowPolicy;

/**
 * A policy version and the timestamp of its record.
 *
 * @param writtenAt epoch millis; the policy is known from then on
 */
public record WrittenPolicy(WindowPolicy policy, long writtenAt) {}
