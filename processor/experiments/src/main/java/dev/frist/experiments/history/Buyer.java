package dev.frist.experiments.history;

import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.ReturnKind;

/**
 * Who buys where, and why goods go back: what the choice of a policy depends on.
 *
 * @param kind of the first return
 */
record Buyer(String market, String merchantId, Channel channel, ReturnKind kind) {

    static final String MARKET = "SE";
    /** A market whose policy comes late. */
    static final String LATE_MARKET = "NO";
    /** A merchant who must be proven to have been told. */
    static final String TOLD_MERCHANT = "M7";
    /** A channel whose windows count from the shipment. */
    static final String APP = "APP";
    /** A channel in which refusals stand. */
    static final String MARKETPLACE = "MARKETPLACE";

    static final Buyer TYPICAL = new Buyer(MARKET, "M1", new Channel("DIRECT", "merchant"), ReturnKind.WITHDRAWAL);

    static Buyer any(Dice dice) {
        int channel = dice.between(0, 99);
        return new Buyer(
                dice.chance(95) ? MARKET : LATE_MARKET,
                dice.chance(8) ? TOLD_MERCHANT : "M" + dice.between(1, 6),
                channel < 70
                        ? new Channel("DIRECT", "merchant")
                        : new Channel(channel < 85 ? APP : MARKETPLACE, "channel-desk"),
                dice.chance(70)
                        ? ReturnKind.WITHDRAWAL
                        : dice.oneOf(ReturnKind.FAULTY, ReturnKind.WRONG_ITEM, ReturnKind.NOT_RECEIVED));
    }

    boolean countsFromShipment() {
        return channel.name().equals(APP) && !merchantId.equals(TOLD_MERCHANT) && kind != ReturnKind.NOT_RECEIVED;
    }

    boolean needsReceipt() {
        return merchantId.equals(TOLD_MERCHANT);
    }
}
