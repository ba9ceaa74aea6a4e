package dev.frist.experiments.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The instances of the processor, and what a supervisor does for them: one that is wanted and has ended by itself is
 * started again.
 */
final class Fleet implements AutoCloseable {

    private static final long SUPERVISION_MILLIS = 500;
    /** What a virtual machine ends with on SIGTERM while nothing in it has asked to be told. */
    private static final int TERMINATED = 143;

    private final List<Instance> instances;
    private final Set<Instance> wanted = new LinkedHashSet<>();
    private final List<String> endedByThemselves = new ArrayList<>();
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });

    Fleet(List<Instance> instances) {
        this.instances = List.copyOf(instances);
        ScheduledFuture<?> unusedAsItRunsToTheEnd = supervisor.scheduleWithFixedDelay(
                this::startWhatEnded, SUPERVISION_MILLIS, SUPERVISION_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void startWhatEnded() {
        for (Instance instance : wanted) {
            if (!instance.isAlive()) {
                endedByThemselves.add(instance.name() + " with status "
                        + instance.exitStatus().orElse(-1));
                instance.start();
            }
        }
    }

    /** Starts as many as are missing, or stops as many as are too many, the last first. */
    synchronized void scaleTo(int count) {
        for (Instance instance : instances) {
            if (wanted.size() < count && !wanted.contains(instance)) {
                start(instance);
            }
        }
        while (wanted.size() > count) {
            stop(List.copyOf(wanted).get(wanted.size() - 1));
        }
    }

    synchronized int size() {
        return wanted.size();
    }

    /** One of those that run. */
    synchronized Instance any(int pick) {
        List<Instance> running = running();
        if (running.isEmpty()) {
            throw new ExperimentException("no processor runs that anything could be done to");
        }
        return running.get(pick % running.size());
    }

    /** One of those that have said that they run; waits for one. */
    Instance awaitAnyRunning(int pick, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<Instance> working =
                    running().stream().filter(Instance::isRunning).toList();
            if (!working.isEmpty()) {
                return working.get(pick % working.size());
            }
            if (System.nanoTime() - end > 0) {
                throw new ExperimentException("no processor ran within " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    synchronized List<Instance> running() {
        return wanted.stream()
                .filter(instance -> instance.isAlive() && !instance.isFrozen())
                .toList();
    }

    synchronized void start(Instance instance) {
        instance.start();
        wanted.add(instance);
    }

    /** Ends it without warning; it is not started again by itself. */
    synchronized void kill(Instance instance) {
        instance.kill();
        wanted.remove(instance);
    }

    /**
     * Ends it as it wants to end; it is not started again by itself.
     *
     * @throws ExperimentException where it does not end, or not well
     */
    synchronized void stop(Instance instance) {
        wanted.remove(instance);
        boolean hasBegun = instance.hasBegun();
        int status = instance.stop();
        if (status != 0 && (hasBegun || status != TERMINATED)) {
            throw new ExperimentException(instance.name() + " ended with status " + status + " on SIGTERM");
        }
    }

    synchronized void freeze(Instance instance) {
        instance.freeze();
    }

    synchronized void thaw(Instance instance) {
        instance.thaw();
    }

    /** Stops all at once and returns those that ran. */
    synchronized List<Instance> stopAll(Consumer<Instance> how) {
        List<Instance> stopped = List.copyOf(wanted);
        stopped.forEach(how);
        return stopped;
    }

    synchronized void startAll(List<Instance> those) {
        those.forEach(this::start);
    }

    /** The instances that ended though nobody had ended them, and how. */
    synchronized List<String> endedByThemselves() {
        return List.copyOf(endedByThemselves);
    }

    /**
     * Waits until an instance has said that it runs.
     *
     * @throws ExperimentException where it has not within {@code limit}
     */
    static void awaitRunning(Instance instance, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!instance.isRunning()) {
            if (System.nanoTime() - end > 0) {
                throw new ExperimentException(instance.name() + " did not run within " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    @Override
    public void close() {
        supervisor.shutdownNow();
        synchronized (this) {
            wanted.clear();
            instances.forEach(Instance::end);
        }
    }
}
