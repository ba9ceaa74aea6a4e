package dev.frist.experiments.variants;

import dev.frist.topology.Completeness;
import dev.frist.topology.TopologyParts;

/**
 * Judges deadlines by the wall clock alone, whether or not everything that lies in the topics has been read. While input is
 * held up, it opens disputes over what was credited in time.
 */
public final class WallClockOnly implements Variant {

    private WallClockOnly() {}

    @Override
    public TopologyParts changed(TopologyParts parts) {
        return parts.withCompleteness(Completeness.always(parts.clock()));
    }

    /** Takes {@code run} and its options. */
    public static void main(String[] args) {
        VariantProgram.run(args, new WallClockOnly());
    }
}
