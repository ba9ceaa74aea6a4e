package dev.frist.domain.fact;

/**
 * A line of an order.
 *
 * @param quantity units, positive
 * @param amount minor units for the whole quantity, after discounts, tax included
 * @param taxRate basis points (2500 = 25 %)
 */
public record OrderLine(String lineId, String sku, LineType type, int quantity, long amount, int taxRate) {}
