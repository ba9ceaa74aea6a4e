package dev.frist.demo;

import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;

/**
 * A line of an order as it was bought.
 *
 * @param amount minor units for the whole quantity
 */
record BasketLine(String lineId, String sku, LineType type, int quantity, long amount) {

    private static final int SWEDISH_VAT = 2_500;

    /** What the first {@code units} units are worth: successive parts always sum to the whole line. */
    long worth(int units) {
        return amount * units / quantity;
    }

    OrderLine ordered() {
        return new OrderLine(lineId, sku, type, quantity, amount, SWEDISH_VAT);
    }
}
