package dev.frist.domain.policy;

import java.time.ZoneId;

/**
 * How days are counted.
 *
 * @param zone the zone whose local days count
 * @param holidays ISO 3166 code of the market whose public holidays are no banking days
 */
public record CalendarRule(ZoneId zone, String holidays, DayCount dayCount, Roll roll, Cutoff cutoff) {}
