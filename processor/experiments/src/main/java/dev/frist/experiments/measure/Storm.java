package dev.frist.experiments.measure;

import dev.frist.experiments.measure.Arrivals.Arrival;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Many cases whose windows end in the same second, and new events that keep coming while they do. What is measured is seen
 * from outside, by a reader of what was committed.
 */
final class Storm {

    private static final Duration LIMIT = Duration.ofMinutes(40);
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final String DUE = "S";
    private static final String NEW = "N";

    private final Rig rig;
    private final int windows;
    private final int rate;
    private final Duration build;
    private final Consumer<String> progress;

    /**
     * Prepares.
     *
     * @param rate how many new cases come each second while the storm lasts
     * @param build how long the cases may take until they are open; then their windows end
     */
    Storm(Rig rig, int windows, int rate, Duration build, Consumer<String> progress) {
        this.rig = rig;
        this.windows = windows;
        this.rate = rate;
        this.build = build;
        this.progress = progress;
    }

    /**
     * What was seen.
     *
     * @param built how long the cases took until all were open, millis
     * @param disputed of how many of the cases a dispute was opened
     * @param repeated how many further disputes there were of these
     * @param allFired millis from the end of the windows, or of the building where that was later, to the last dispute
     * @param lateness from there to each dispute
     * @param delay from when a new return was sent to when its notice was seen
     * @param gap the longest time in which no new return was told of, millis
     * @param sent how many new cases were sent while it lasted
     * @param told of how many of these a notice was seen
     * @param worst the highest of some metrics, by their names
     * @param isAlive whether the processor has lived through it
     */
    record Result(
            long built,
            int disputed,
            long repeated,
            long allFired,
            Spread lateness,
            Spread delay,
            long gap,
            int sent,
            int told,
            Map<String, Double> worst,
            boolean isAlive) {}

    Result run() {
        try (CaseSender sender = new CaseSender(rig)) {
            sender.policy();
            ProcessorProcess processor = rig.processor("storm").start().awaitReady();
            try (Arrivals notices = Arrivals.of(rig, rig.topics().notices());
                    Arrivals disputes = Arrivals.of(rig, rig.topics().disputes())) {
                long start = System.currentTimeMillis();
                long due = start + build.toMillis();
                for (int i = 0; i < windows; i++) {
                    // Within one second.
                    sender.open(DUE + i, due + i % 1000);
                }
                sender.flush();
                progress.accept("sent after " + (System.currentTimeMillis() - start) + " ms");
                Waiting.until("all cases are open", LIMIT, () -> notices.orders() >= windows);
                long built = System.currentTimeMillis() - start;
                progress.accept("open after " + built + " ms");
                return storm(sender, processor, notices, disputes, Math.max(due + 1000, start + built), built);
            }
        }
    }

    private Result storm(
            CaseSender sender,
            ProcessorProcess processor,
            Arrivals notices,
            Arrivals disputes,
            long breaks,
            long built) {
        Waiting.untilInstant(breaks - BEFORE.toMillis());
        Map<String, Long> sent = new HashMap<>();
        Map<String, Double> worst = new TreeMap<>();
        long pause = TimeUnit.SECONDS.toNanos(1) / rate;
        long next = System.nanoTime();
        long end = next + LIMIT.toNanos();
        // At least a second of them, also where the windows were all fired before.
        while ((disputes.orders() < windows || sent.size() < rate)
                && System.nanoTime() - end < 0
                && processor.isRunning()) {
            String order = NEW + sent.size();
            long now = System.currentTimeMillis();
            sent.put(order, now);
            sender.open(order, now + CaseSender.WINDOW.toMillis());
            if (sent.size() % (2 * rate) == 0) {
                look(processor, worst);
            }
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        sender.flush();
        look(processor, worst);
        Map<String, Arrival> told = notices.first();
        Waiting.until("all new cases were told of", LIMIT, () -> told.keySet().containsAll(sent.keySet()));
        return result(sent, notices, disputes, breaks, built, worst, processor.isRunning());
    }

    private Result result(
            Map<String, Long> sent,
            Arrivals notices,
            Arrivals disputes,
            long breaks,
            long built,
            Map<String, Double> worst,
            boolean isAlive) {
        long[] lateness = disputes.first().values().stream()
                .mapToLong(arrival -> Math.max(0, arrival.at() - breaks))
                .toArray();
        long[] delay = sent.entrySet().stream()
                .mapToLong(each -> notices.at(each.getKey()) - each.getValue())
                .toArray();
        long[] seen = sent.keySet().stream()
                .mapToLong(order -> notices.at(order))
                .sorted()
                .toArray();
        long gap = 0;
        for (int i = 1; i < seen.length; i++) {
            gap = Math.max(gap, seen[i] - seen[i - 1]);
        }
        return new Result(
                built,
                disputes.orders(),
                disputes.repeated(),
                Arrays.stream(lateness).max().orElse(0),
                Spread.of(lateness),
                Spread.of(delay),
                gap,
                sent.size(),
                (int) sent.keySet().stream()
                        .filter(notices.first()::containsKey)
                        .count(),
                worst,
                isAlive);
    }

    private static void look(ProcessorProcess processor, Map<String, Double> worst) {
        for (String name : Watched.NAMES) {
            double value = processor.metric(name);
            if (!Double.isNaN(value)) {
                worst.merge(name, value, Math::max);
            }
        }
    }
}
