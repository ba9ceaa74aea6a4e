package dev.frist.demo;

import dev.frist.domain.fact.Payload;

/**
 * An event of the demo and when it goes out. Times are milliseconds from the start of the traffic.
 *
 * @param arrives when it is sent
 * @param occurs its business time; earlier where it was delayed on its way
 */
record TrafficEvent(long arrives, long occurs, String eventId, String orderId, Payload payload) {}
