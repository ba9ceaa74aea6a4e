package dev.frist.domain.property;

import dev.frist.scenario.Scenario;
import java.util.List;

/** Something that must hold of every history. */
interface Property {

    /** What must hold, in so many words. */
    String name();

    /** A history to try it on. */
    Scenario history(long seed);

    /** What is wrong with this history, or null where the property holds. */
    String violation(Scenario history);

    /** How many histories there are for each on which this is tried. */
    default int share() {
        return 1;
    }

    /** The scenarios that show a counterexample. */
    default List<Scenario> shown(Scenario history) {
        return List.of(history);
    }
}
