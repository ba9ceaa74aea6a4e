package dev.frist.experiments.chaos;

import dev.frist.stack.LocalBroker;
import dev.frist.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** Carries a schedule of failures out, and notes what has really happened. */
final class Saboteur {

    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final Duration EXPULSION = Duration.ofSeconds(10);
    private static final Duration ZOMBIE = Duration.ofSeconds(30);
    private final LocalStack stack;
    private final Fleet fleet;
    private final Membership members;
    private final long start;
    private final LongUnaryOperator enoughDue;
    private final Consumer<String> tell;
    private final List<Incident> incidents = Collections.synchronizedList(new ArrayList<>());
    private final List<String> shortcomings = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> lanes = new ArrayList<>();
    private final AtomicInteger zombies = new AtomicInteger();

    /**
     * Prepares.
     *
     * @param start when the traffic begins, epoch millis
     * @param enoughDue until when no processor must run, from an instant on, for enough deadlines to pass (epoch millis)
     * @param tell is told what happens
     */
    Saboteur(
            LocalStack stack,
            Fleet fleet,
            Membership members,
            long start,
            LongUnaryOperator enoughDue,
            Consumer<String> tell) {
        this.enoughDue = enoughDue;
        this.tell = tell;
        this.stack = stack;
        this.fleet = fleet;
        this.members = members;
        this.start = start;
    }

    void begin(Schedule schedule) {
        lane("processors", schedule.processors());
        lane("brokers", schedule.brokers());
    }

    /** Waits until everything was done and is whole again. */
    void await() throws InterruptedException {
        for (Thread lane : lanes) {
            lane.join();
        }
        stack.registry().await(RECOVERY);
        stack.cluster().await(RECOVERY);
    }

    /** What has happened, in the order of time. */
    List<Incident> incidents() {
        return incidents.stream()
                .sorted(Comparator.comparingLong(Incident::from))
                .toList();
    }

    /** What was to happen and did not. */
    List<String> shortcomings() {
        List<String> all = new ArrayList<>(shortcomings);
        if (zombies.get() == 0) {
            all.add("no frozen processor was given up by its group and came back as a zombie that had to join anew");
        }
        return all;
    }

    private void lane(String name, List<Step> steps) {
        Thread thread = new Thread(() -> steps.forEach(this::take), "failures of " + name);
        thread.setDaemon(true);
        thread.start();
        lanes.add(thread);
    }

    private void take(Step step) {
        try {
            Thread.sleep(Math.max(0, start + step.at() - System.currentTimeMillis()));
            long from = System.currentTimeMillis() - start;
            String target = perform(step);
            incidents.add(new Incident(step.failure(), target, from, System.currentTimeMillis() - start));
            tell.accept(step.failure().words() + " (" + target + ")");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            shortcomings.add(step.failure().words() + ": " + failed.getMessage());
            tell.accept("FAILED TO DO: " + step.failure().words() + ": " + failed.getMessage());
        }
    }

    private String perform(Step step) throws InterruptedException {
        return switch (step.failure()) {
            case SCALE_UP -> scale(1, 3);
            case SCALE_DOWN -> scale(3, 2);
            case KILL_PROCESSOR -> killProcessor(step, false);
            case KILL_PROCESSOR_AND_DISK -> killProcessor(step, true);
            case FREEZE_PROCESSOR -> freezeProcessor(step);
            case RESTART_PROCESSOR -> restartProcessor(step);
            case KILL_BROKER -> killBroker(step);
            case REGISTRY_OUTAGE -> registryOutage(step);
            case LAG -> lag(step);
        };
    }

    private String scale(int from, int to) {
        if (fleet.size() != from) {
            throw new ExperimentException("there are " + fleet.size() + " instances");
        }
        fleet.scaleTo(to);
        return fleet.size() + " instances";
    }

    private String killProcessor(Step step, boolean losesDisk) throws InterruptedException {
        Instance instance = fleet.any(step.pick());
        fleet.kill(instance);
        if (losesDisk) {
            instance.loseState();
        }
        Thread.sleep(step.length());
        fleet.start(instance);
        return instance.name();
    }

    private String freezeProcessor(Step step) throws InterruptedException {
        // Only who has work can be found to have lost it.
        Instance instance = fleet.awaitAnyRunning(step.pick(), RECOVERY);
        boolean wasGivenUp;
        fleet.freeze(instance);
        try {
            Thread.sleep(step.length());
            wasGivenUp = members.await(instance, false, EXPULSION);
        } finally {
            fleet.thaw(instance);
        }
        boolean cameBack = members.await(instance, true, ZOMBIE);
        if (wasGivenUp && cameBack) {
            zombies.incrementAndGet();
        }
        return instance.name()
                + (wasGivenUp ? ", others took over" : ", nobody took over")
                + (cameBack ? ", it had to join anew" : ", it did not join again");
    }

    private String restartProcessor(Step step) {
        Instance instance = fleet.any(step.pick());
        fleet.stop(instance);
        fleet.start(instance);
        return instance.name();
    }

    private String killBroker(Step step) throws InterruptedException {
        List<LocalBroker> brokers = stack.cluster().brokers();
        LocalBroker broker = brokers.get(step.pick() % brokers.size());
        if (!broker.isRunning()) {
            throw new ExperimentException("broker " + broker.node().id() + " does not run");
        }
        broker.kill();
        if (broker.isRunning()) {
            throw new ExperimentException("broker " + broker.node().id() + " still runs");
        }
        Thread.sleep(step.length());
        broker.start();
        stack.cluster().await(RECOVERY);
        return "broker-" + broker.node().id();
    }

    private String registryOutage(Step step) throws InterruptedException {
        if (!stack.registry().isRunning()) {
            throw new ExperimentException("the registry does not run");
        }
        stack.registry().kill();
        try {
            Instance instance = fleet.any(step.pick());
            fleet.stop(instance);
            fleet.start(instance);
            Thread.sleep(step.length());
            return instance.name() + " started meanwhile";
        } finally {
            // It answers some seconds later; what comes next does not wait for it.
            stack.registry().start();
        }
    }

    private String lag(Step step) throws InterruptedException {
        boolean isClean = step.pick() % 2 == 0;
        List<Instance> stopped = fleet.stopAll(isClean ? fleet::stop : fleet::kill);
        if (stopped.isEmpty()) {
            throw new ExperimentException("no processor ran");
        }
        long now = System.currentTimeMillis();
        long until = Math.max(now + step.length() / 2, start + step.at() + step.length());
        Thread.sleep(Math.max(until, enoughDue.applyAsLong(now)) - now);
        fleet.startAll(stopped);
        return stopped.size() + " instances, " + (isClean ? "stopped" : "killed");
    }
}
