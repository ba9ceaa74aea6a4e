package dev.frist.demo;

import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;

/**
 * An event of the demo and when it goes out. Times, also those inside the payload, are milliseconds from the start of the
 * traffic.
 *
 * @param arrives when it is sent
 * @param occurs its business time; earlier where it was delayed on its way
 */
record TrafficEvent(long arrives, long occurs, String eventId, String orderId, Payload payload) {

    /**
     * The payload with its times counted from the epoch.
     *
     * @param start the start of the traffic, epoch millis
     */
    Payload payloadFrom(long start) {
        if (payload instanceof OrderDelivered delivered) {
            return new OrderDelivered(start + delivered.deliveredAt(), delivered.lines());
        }
        if (payload instanceof DeadlineExtended extended) {
            return new DeadlineExtended(
                    extended.returnId(), extended.by(), start + extended.until(), extended.reason());
        }
        return payload;
    }
}
