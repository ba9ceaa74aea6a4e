package dev.frist.domain.property;

import dev.frist.scenario.Scenario;

/** A property that can be read off a single run of any history. */
interface TraceProperty extends Property {

    @Override
    default Scenario history(long seed) {
        return Histories.anyHistory(seed);
    }

    @Override
    default String violation(Scenario history) {
        return violation(Trace.of(history));
    }

    /** What is wrong with this run, or null where the property holds. */
    String violation(Trace trace);
}
