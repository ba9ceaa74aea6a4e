package dev.frist.domain.fact;

/** What an order line is; only physical lines are delivered. {@code UNKNOWN} is refused. */
public enum LineType {
    UNKNOWN,
    PHYSICAL,
    DIGITAL,
    SHIPPING_FEE,
    SURCHARGE
}
