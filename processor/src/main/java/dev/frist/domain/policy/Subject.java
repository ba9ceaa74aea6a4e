package dev.frist.domain.policy;

import dev.frist.domain.fact.ReturnKind;

/**
 * What a policy is chosen for: a return of an order.
 *
 * @param market ISO 3166 code of the order's market
 * @param channel the name of the channel through which the order was placed
 */
public record Subject(String market, String merchantId, String channel, ReturnKind kind) {}
