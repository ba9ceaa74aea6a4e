package dev.frist.ops.metrics;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.ops.health.SignsOfLife;
import dev.frist.policy.PolicyLedger;
import dev.frist.state.TaskFigures;
import dev.frist.topology.Prevented;
import dev.frist.topology.Sweep;
import dev.frist.topology.Telemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the topology says of itself, as metrics. No tag ever holds an order, a return, a merchant or a customer. All
 * counters but those of decisions exist from the start: an alert on a series that is not there is silent.
 */
final class MeteredTelemetry implements Telemetry {

    private final Map<String, Counter> records;
    private final Map<String, Counter> duplicates;
    private final Map<String, Timer> delays;
    private final DecisionCounters decisions;
    private final Counter disputes;
    private final Counter early;
    private final EnumMap<Prevented, Counter> prevented = new EnumMap<>(Prevented.class);
    private final EnumMap<DeadLetterReason, Counter> deadLetters = new EnumMap<>(DeadLetterReason.class);
    private final Timer lateness;
    private final Counter failedWakeUps;
    private final Counter withheldWakeUps;
    private final Timer sweeps;
    private final Counter sweptItems;
    private final Counter exhaustedSweeps;
    private final Counter registryErrors;
    private final TaskMeters tasks;
    private final PolicyMeters policies;
    private final SignsOfLife signs;
    private final int prefix;

    /**
     * Listens.
     *
     * @param topicPrefix stands before the name of each topic
     * @param channels that have series of their own; empty for the first that are met
     */
    MeteredTelemetry(
            Meters meters,
            String topicPrefix,
            Collection<String> channels,
            TaskMeters tasks,
            PolicyMeters policies,
            SignsOfLife signs) {
        this.prefix = topicPrefix.length();
        this.tasks = tasks;
        this.policies = policies;
        this.signs = signs;
        records = meters.counters(FristMeter.RECORDS);
        duplicates = meters.counters(FristMeter.DUPLICATES);
        delays = meters.timers(FristMeter.RECORD_DELAY);
        decisions = new DecisionCounters(meters, channels);
        disputes = meters.counter(FristMeter.DISPUTES_OPENED);
        early = meters.counter(FristMeter.DISPUTES_EARLY);
        for (Prevented when : Prevented.values()) {
            prevented.put(when, meters.counter(FristMeter.DISPUTES_PREVENTED, FristMeter.word(when)));
        }
        for (DeadLetterReason reason : DeadLetterReason.values()) {
            deadLetters.put(reason, meters.counter(FristMeter.DEAD_LETTERS, reason.name()));
        }
        lateness = meters.timer(FristMeter.LATENESS);
        failedWakeUps = meters.counter(FristMeter.WAKE_UPS_FAILED);
        withheldWakeUps = meters.counter(FristMeter.WAKE_UPS_WITHHELD);
        sweeps = meters.timer(FristMeter.SWEEP_DURATION);
        sweptItems = meters.counter(FristMeter.SWEEP_ITEMS);
        exhaustedSweeps = meters.counter(FristMeter.SWEEPS_EXHAUSTED);
        registryErrors = meters.counter(FristMeter.REGISTRY_ERRORS);
    }

    @Override
    public void received(String topic, long delay, boolean duplicate) {
        String contract = prefix == 0 ? topic : topic.substring(prefix);
        increment(records.get(contract));
        if (duplicate) {
            increment(duplicates.get(contract));
        }
        Timer timer = delays.get(contract);
        if (timer != null) {
            timer.record(Math.max(0, delay), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void decided(Decision decision, String market) {
        decisions.count(decision, market);
        if (decision.type() == DecisionType.OPENED) {
            disputes.increment();
            if (isEarly(decision)) {
                early.increment();
            }
        }
    }

    /** A contested refusal is disputed at once; anything else has a due date, and it has passed. */
    private static boolean isEarly(Decision dispute) {
        Long due = dispute.deadline().due();
        if (due != null && due <= dispute.decidedAt()) {
            return false;
        }
        if (dispute.ground() != Ground.MERCHANT_REFUSED) {
            return true;
        }
        for (DecisionLine line : dispute.lines()) {
            if (line.ground() != Ground.MERCHANT_REFUSED) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void prevented(Prevented when) {
        increment(prevented.get(when));
    }

    @Override
    public void deadLetter(DeadLetterReason reason) {
        increment(deadLetters.get(reason));
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
    public void swept(Sweep sweep) {
        sweeps.record(sweep.nanos(), TimeUnit.NANOSECONDS);
        sweptItems.increment(sweep.handled());
        if (sweep.isExhausted()) {
            exhaustedSweeps.increment();
        }
        tasks.swept(sweep);
    }

    @Override
    public void registryUnavailable() {
        registryErrors.increment();
        signs.waits();
    }

    @Override
    public void opened(TaskFigures figures) {
        tasks.opened(figures);
    }

    @Override
    public void closed(TaskFigures figures) {
        tasks.closed(figures);
    }

    @Override
    public void policies(PolicyLedger ledger) {
        policies.follow(ledger);
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
