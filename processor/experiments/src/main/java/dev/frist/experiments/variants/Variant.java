package dev.frist.experiments.variants;

import dev.frist.topology.TopologyParts;
import java.util.Map;

/** How a processor differs from the one that keeps its promises. */
interface Variant {

    /** Its parts, made of those that the settings want. */
    TopologyParts changed(TopologyParts parts);

    /** Settings that it must have, whatever it is given. */
    default Map<String, String> settings() {
        return Map.of();
    }
}
