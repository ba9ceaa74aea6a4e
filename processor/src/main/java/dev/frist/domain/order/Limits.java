package dev.frist.domain.order;

/**
 * Settings of the processor, not of a policy. Durations in milliseconds, exact.
 *
 * @param orphanHold how long a record waits for the order or the return that it speaks of
 * @param retention how long an order without an open case is remembered after its last record
 * @param clockSkew how far a record's business time may be ahead of its timestamp
 * @param factsMax how many facts an order may have
 */
public record Limits(long orphanHold, long retention, long clockSkew, int factsMax) {

    /** P7D, P1160D (a fault can be claimed for three years), PT5M, 1000. */
    public static final Limits DEFAULT = new Limits(7L * 86_400_000, 1160L * 86_400_000, 5L * 60_000, 1000);
}
