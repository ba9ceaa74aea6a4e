package dev.frist.domain.decision;

/** Who owns the case, and through whom: nobody is sent back and forth. */
public record Owner(String merchantId, String channel, String contactRoute) {}
