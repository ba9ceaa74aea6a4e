package dev.frist.scenario;

import dev.frist.contract.ContractRegistry;
import dev.frist.domain.engine.Engine;
import dev.frist.domain.order.Limits;
import java.util.Map;
import java.util.UUID;

/**
 * Runs a scenario through the whole Streams topology on a virtual clock: the same records, stores, sweeps and
 * serializers as in production, with a registry within the process and complete input.
 */
public final class TopologyEngine implements ScenarioEngine {

    private final Engine engine = new Engine(Limits.DEFAULT);
    private final ContractRegistry registry = ContractRegistry.connect(
            Map.of("schema.registry.url", "mock://" + UUID.randomUUID(), "auto.register.schemas", true));

    @Override
    public Published run(Scenario scenario) {
        try (TopologyRun run = new TopologyRun(scenario, engine, registry)) {
            return run.toTheEnd();
        }
    }
}
