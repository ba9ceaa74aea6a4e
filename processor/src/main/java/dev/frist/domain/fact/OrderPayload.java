package dev.frist.domain.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payloads of the topic {@code orders}. */
public sealed interface OrderPayload extends Payload {

    /**
     * An order was placed and invoiced.
     *
     * @param merchantId the merchant who owns every case of the order
     * @param channel where the order was placed, and whom to talk to
     * @param market ISO 3166 country code
     * @param currency ISO 4217 code of every amount of the order
     * @param customerRef pseudonymous reference to the consumer; never logged
     * @param lines what was bought
     */
    record OrderPlaced(
            String merchantId,
            Channel channel,
            String market,
            String currency,
            String customerRef,
            List<OrderLine> lines)
            implements OrderPayload {}

    /**
     * Goods reached the consumer.
     *
     * @param deliveredAt epoch millis
     * @param lines what was delivered; null means every line
     */
    record OrderDelivered(long deliveredAt, @Nullable List<LineQuantity> lines) implements OrderPayload {}

    /**
     * Units were taken off the order before they were credited.
     *
     * @param by who cancelled
     * @param lines what was cancelled; null means everything that is not credited
     */
    record OrderCancelled(Party by, @Nullable List<LineQuantity> lines) implements OrderPayload {}

    /**
     * All that is kept of the order is to be forgotten at once. Never kept itself: it leaves nothing behind.
     *
     * @param by who asks for it; whether the order may be erased is decided by whoever publishes this
     * @param reason why, for whoever reads the topic
     */
    record OrderErased(Party by, String reason) implements OrderPayload {}
}
