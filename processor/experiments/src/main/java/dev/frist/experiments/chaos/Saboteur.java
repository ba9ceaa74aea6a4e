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
import java.util.regex.Pattern;

/** Carries a schedule of failures out, and notes what has really happened. */
final class Saboteur {

    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final Duration ZOMBIE = Duration.ofSeconds(20);
    /** What a thread says that comes back to find its work given to others. */
    private static final Pattern FENCED = Pattern.compile(
            "TaskMigrated|[Ff]enced|InvalidProducerEpoch|UnknownMemberId|UNKNOWN_MEMBER_ID|IllegalGeneration"
                    + "|ILLEGAL_GENERATION|migrated");

    private final LocalStack stack;
    private final Fleet fleet;
    private final long start;
    private final Consumer<String> tell;
    private final List<Incident> incidents = Collections.synchronizedList(new ArrayList<>());
    private final List<String> shortcomings = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> lanes = new ArrayList<>();
    private final AtomicInteger fenced = new AtomicInteger();

    /**
     * Prepares.
     *
     * @param start when the traffic begins, epoch millis
     * @param tell is told what happens
     */
    Saboteur(LocalStack stack, Fleet fleet, long start, Consumer<String> tell) {
        this.tell = tell;
        this.stack = stack;
        this.fleet = fleet;
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
    }

    /** When the traffic begins, epoch millis. */
    long start() {
        return start;
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
        if (fenced.get() == 0) {
            all.add("no frozen processor came back as a zombie that was fenced");
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
        Instance instance = fleet.any(step.pick());
        // Only who has work can be found to have lost it.
        Fleet.awaitRunning(instance, RECOVERY);
        long logged = instance.logged();
        fleet.freeze(instance);
        try {
            Thread.sleep(step.length());
        } finally {
            fleet.thaw(instance);
        }
        long end = System.nanoTime() + ZOMBIE.toNanos();
        boolean wasFenced = false;
        while (!wasFenced && System.nanoTime() - end < 0) {
            Thread.sleep(200);
            wasFenced = FENCED.matcher(instance.loggedSince(logged)).find();
        }
        if (wasFenced) {
            fenced.incrementAndGet();
        }
        return instance.name() + (wasFenced ? ", fenced when it came back" : ", not fenced when it came back");
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
            stack.registry().start();
            stack.registry().await(RECOVERY);
        }
    }

    private String lag(Step step) throws InterruptedException {
        boolean isClean = step.pick() % 2 == 0;
        List<Instance> stopped = fleet.stopAll(isClean ? fleet::stop : fleet::kill);
        if (stopped.isEmpty()) {
            throw new ExperimentException("no processor ran");
        }
        Thread.sleep(Math.max(step.length() / 2, start + step.at() + step.length() - System.currentTimeMillis()));
        fleet.startAll(stopped);
        return stopped.size() + " instances, " + (isClean ? "stopped" : "killed");
    }
}
