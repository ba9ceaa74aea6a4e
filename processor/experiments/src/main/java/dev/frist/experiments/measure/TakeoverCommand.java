package dev.frist.experiments.measure;

import dev.frist.experiments.measure.Arrivals.Arrival;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One of two processors is killed; how long until its deadlines fire again. */
@Command(
        name = "takeover",
        mixinStandardHelpOptions = true,
        description =
                "Kills one of two processors with kill -9 while deadlines fall due in every partition all the time,"
                        + " and measures how long its partitions fired nothing.")
public final class TakeoverCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration AHEAD = Duration.ofMinutes(40);
    private static final int EACH_MILLIS = 20;
    private static final Duration STEADY = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Option(names = "--runs", defaultValue = "3", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--standbys", defaultValue = "1", description = "Standby replicas. Default: ${DEFAULT-VALUE}.")
    private int standbys;

    @Option(names = "--cases", defaultValue = "100000", description = "Open cases. Default: ${DEFAULT-VALUE}.")
    private int cases;

    @Option(names = "--session", defaultValue = "45000", description = "session.timeout.ms. Default: ${DEFAULT-VALUE}.")
    private int session;

    @Option(names = "--folder", defaultValue = "target/measure/takeover", hidden = true)
    private Path folder = Path.of("target/measure/takeover");

    private TakeoverCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> settings = new TreeMap<>(Map.of(
                "num.standby.replicas", Integer.toString(standbys),
                "consumer.session.timeout.ms", Integer.toString(session),
                "consumer.heartbeat.interval.ms", Integer.toString(Math.min(3000, session / 3))));
        List<Long> silences = new ArrayList<>();
        try (Rig rig = Rig.open(folder, settings);
                CaseSender sender = new CaseSender(rig)) {
            sender.policy();
            ProcessorProcess first = rig.processor("a").start().awaitReady();
            ProcessorProcess second = rig.processor("b").start().awaitReady();
            try (Arrivals notices = Arrivals.of(rig, rig.topics().notices());
                    Arrivals disputes = Arrivals.of(rig, rig.topics().disputes())) {
                long last = fill(sender, notices);
                for (int run = 0; run < runs; run++) {
                    ProcessorProcess killed = run % 2 == 0 ? first : second;
                    steady(disputes);
                    long at = System.currentTimeMillis();
                    killed.kill();
                    Waiting.until("every partition fires again", LIMIT, () -> firing(disputes, at) == Rig.PARTITIONS);
                    long silence = silence(disputes, at);
                    silences.add(silence);
                    out.printf("  run %d: %,d ms%n", run + 1, silence);
                    out.flush();
                    killed.start().awaitReady();
                    if (System.currentTimeMillis() > last) {
                        throw new IllegalStateException("no deadlines are left: more --cases are needed");
                    }
                }
            }
        }
        long[] sorted = silences.stream().mapToLong(Long::longValue).sorted().toArray();
        out.printf(
                "kill -9 of one of two, %d standby, %,d open cases, session timeout %,d ms: its deadlines fire again after"
                        + " %,d ms (median of %d, longest %,d ms)%n",
                standbys, cases, session, sorted[sorted.length / 2], runs, sorted[sorted.length - 1]);
        out.flush();
        return 0;
    }

    /** Most fall due much later, and one every few millis from when all are open. Returns when the last of these does. */
    private long fill(CaseSender sender, Arrivals notices) {
        long late = System.currentTimeMillis() + AHEAD.toMillis();
        for (int i = 0; i < cases; i++) {
            sender.open("L" + i, late);
        }
        sender.flush();
        Waiting.until("all cases are open", LIMIT, () -> notices.orders() >= cases);
        int ticking = (int) (Duration.ofMinutes(2L * runs).toMillis() / EACH_MILLIS);
        long start = System.currentTimeMillis() + ticking / 3 + 5_000;
        for (int i = 0; i < ticking; i++) {
            sender.open("T" + i, start + (long) i * EACH_MILLIS);
        }
        sender.flush();
        Waiting.until("the ticking cases are open", LIMIT, () -> notices.orders() >= cases + ticking);
        return start + (long) ticking * EACH_MILLIS;
    }

    /** Every partition fires, and nobody is being given anything. */
    private static void steady(Arrivals disputes) {
        long since = System.currentTimeMillis();
        Waiting.until("every partition fires", LIMIT, () -> firing(disputes, since) == Rig.PARTITIONS);
        Waiting.untilInstant(System.currentTimeMillis() + STEADY.toMillis());
    }

    private static long firing(Arrivals disputes, long since) {
        // What was decided before is still on its way.
        return after(disputes.first().values(), since + 1_500).size();
    }

    private static Map<Integer, Long> after(Collection<Arrival> arrivals, long since) {
        Map<Integer, Long> first = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            if (arrival.at() >= since) {
                first.merge(arrival.partition(), arrival.at(), Math::min);
            }
        }
        return first;
    }

    /** From the kill to when the last partition began to fire again. */
    private static long silence(Arrivals disputes, long at) {
        return after(disputes.first().values(), at + 1_500).values().stream()
                .mapToLong(first -> first - at)
                .max()
                .orElse(0);
    }
}
