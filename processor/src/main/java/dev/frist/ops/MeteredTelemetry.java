package dev.frist.ops;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.topology.Telemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What the topology says of itself, as metrics. No tag ever holds an order, a return, a merchant or a customer. */
public final class MeteredTelemetry implements Telemetry {

    private static final String NO_GROUND = "none";

    private final MeterRegistry registry;
    private final Timer lateness;
    private final Counter failedWakeUps;
    private final Counter withheldWakeUps;
    private final Counter sweeps;
    private final Counter exhaustedSweeps;
    private final Counter registryPauses;

    public MeteredTelemetry(MeterRegistry registry) {
        this.registry = registry;
        lateness = Timer.builder("frist.wakeup.lateness")
                .description("Time between the moment for which an order was to be looked at and that at which it was")
                .register(registry);
        failedWakeUps = counter("frist.wakeup.failed", "Wake-ups that failed and were put off");
        withheldWakeUps = counter("frist.wakeup.withheld", "Wake-ups put off because a record could not be judged");
        sweeps = counter("frist.sweeps", "Looks for windows that are due");
        exhaustedSweeps = counter("frist.sweeps.exhausted", "Looks whose budget ended before the due windows did");
        registryPauses = counter("frist.registry.unavailable", "Times a task waited for the schema registry");
    }

    @Override
    public void received(String topic, long delay, boolean duplicate) {
        registry.counter("frist.records", "topic", topic, "duplicate", Boolean.toString(duplicate))
                .increment();
        registry.timer("frist.records.delay", "topic", topic).record(Math.max(0, delay), TimeUnit.MILLISECONDS);
    }

    @Override
    public void decided(Decision decision) {
        registry.counter(
                        "frist.decisions",
                        "topic",
                        decision.topic().name(),
                        "type",
                        decision.type().name(),
                        "ground",
                        decision.ground() == null
                                ? NO_GROUND
                                : decision.ground().name())
                .increment();
    }

    @Override
    public void deadLetter(DeadLetterReason reason) {
        registry.counter("frist.dead.letters", "reason", reason.name()).increment();
    }

    @Override
    public void woken(long late) {
        lateness.record(Math.max(0, late), TimeUnit.MILLISECONDS);
    }

    @Override
    public void wakeUpFailed() {
        failedWakeUps.increment();
    }

    @Override
    public void wakeUpWithheld() {
        withheldWakeUps.increment();
    }

    @Override
    public void swept(int partition, long completeUpTo, boolean exhausted) {
        sweeps.increment();
        if (exhausted) {
            exhaustedSweeps.increment();
        }
    }

    @Override
    public void registryUnavailable() {
        registryPauses.increment();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
