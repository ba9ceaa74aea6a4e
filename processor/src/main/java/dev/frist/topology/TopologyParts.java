package dev.frist.topology;

import dev.frist.contract.ContractRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * What the topology is made with. In a simulation the clock, the completeness and the stores are others than in
 * production, all else is the same.
 *
 * @param policyLead {@code policy.lead}: how long before it takes effect a policy must have been written
 * @param stores makes the store of a name: on disk, or in memory for simulations
 * @param stopping whether the process is about to end, so that nobody waits for the registry any longer
 */
public record TopologyParts(
        TopicNames topics,
        CaseEngine engine,
        ContractRegistry registry,
        Completeness completeness,
        InstantSource clock,
        SweepBudget sweep,
        SizeLimits sizes,
        Duration policyLead,
        Function<String, KeyValueBytesStoreSupplier> stores,
        Telemetry telemetry,
        BooleanSupplier stopping) {

    private static final Duration POLICY_LEAD = Duration.ofDays(1);

    /** Parts for production with the defaults, no prefix and the system's clock. */
    public static TopologyParts of(CaseEngine engine, ContractRegistry registry, Completeness completeness) {
        return new TopologyParts(
                new TopicNames(""),
                engine,
                registry,
                completeness,
                InstantSource.system(),
                SweepBudget.DEFAULT,
                SizeLimits.DEFAULT,
                POLICY_LEAD,
                Stores::persistentKeyValueStore,
                Telemetry.NONE,
                () -> false);
    }

    /** With all that a simulation drives itself: its clock, complete input, stores in memory, a sweep at each turn. */
    public static TopologyParts simulated(CaseEngine engine, ContractRegistry registry, InstantSource clock) {
        return of(engine, registry, Completeness.always(clock))
                .withClock(clock)
                .withSweep(new SweepBudget(Duration.ofMillis(1), Duration.ofHours(1), Integer.MAX_VALUE))
                .withStores(Stores::inMemoryKeyValueStore);
    }

    /** With other topic names. */
    public TopologyParts withTopics(TopicNames names) {
        return new TopologyParts(
                names, engine, registry, completeness, clock, sweep, sizes, policyLead, stores, telemetry, stopping);
    }

    /** With another engine. */
    public TopologyParts withEngine(CaseEngine other) {
        return new TopologyParts(
                topics, other, registry, completeness, clock, sweep, sizes, policyLead, stores, telemetry, stopping);
    }

    /** With another completeness. */
    public TopologyParts withCompleteness(Completeness other) {
        return new TopologyParts(
                topics, engine, registry, other, clock, sweep, sizes, policyLead, stores, telemetry, stopping);
    }

    /** With another clock. */
    public TopologyParts withClock(InstantSource other) {
        return new TopologyParts(
                topics, engine, registry, completeness, other, sweep, sizes, policyLead, stores, telemetry, stopping);
    }

    /** With another budget. */
    public TopologyParts withSweep(SweepBudget other) {
        return new TopologyParts(
                topics, engine, registry, completeness, clock, other, sizes, policyLead, stores, telemetry, stopping);
    }

    /** With other limits of size. */
    public TopologyParts withSizes(SizeLimits other) {
        return new TopologyParts(
                topics, engine, registry, completeness, clock, sweep, other, policyLead, stores, telemetry, stopping);
    }

    /** With another {@code policy.lead}. */
    public TopologyParts withPolicyLead(Duration other) {
        return new TopologyParts(
                topics, engine, registry, completeness, clock, sweep, sizes, other, stores, telemetry, stopping);
    }

    /** With other stores. */
    public TopologyParts withStores(Function<String, KeyValueBytesStoreSupplier> other) {
        return new TopologyParts(
                topics, engine, registry, completeness, clock, sweep, sizes, policyLead, other, telemetry, stopping);
    }

    /** With somebody who listens. */
    public TopologyParts withTelemetry(Telemetry other) {
        return new TopologyParts(
                topics, engine, registry, completeness, clock, sweep, sizes, policyLead, stores, other, stopping);
    }

    /** With another sign that the process is about to end. */
    public TopologyParts withStopping(BooleanSupplier other) {
        return new TopologyParts(
                topics, engine, registry, completeness, clock, sweep, sizes, policyLead, stores, telemetry, other);
    }
}
