package dev.frist.experiments.measure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How late deadlines fire: at rest, under all the input that is to be had, and after an outage. */
@Command(
        name = "lateness",
        mixinStandardHelpOptions = true,
        description = "Measures from each deadline to when its dispute can be read: at rest, while other events come as"
                + " fast as they are processed, and after the processor was away.")
public final class LatenessCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cases",
            defaultValue = "1000",
            description = "Deadlines in each part. Default: ${DEFAULT-VALUE}.")
    private int cases;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "Over which they spread. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--folder", defaultValue = "target/measure/lateness", hidden = true)
    private Path folder = Path.of("target/measure/lateness");

    private LatenessCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Rig rig = Rig.open(folder, Map.of());
                CaseSender sender = new CaseSender(rig)) {
            sender.policy();
            ProcessorProcess processor = rig.processor("a").start().awaitReady();
            try (Arrivals notices = Arrivals.of(rig, rig.topics().notices());
                    Arrivals disputes = Arrivals.of(rig, rig.topics().disputes())) {
                Map<String, Long> rest = open(sender, notices, "R", Duration.ofSeconds(10));
                out.println("at rest            " + spread(disputes, rest, 0));
                out.flush();

                Map<String, Long> busy = open(sender, notices, "B", Duration.ofSeconds(20));
                int flooded = flood(sender, disputes, busy, notices);
                out.printf(
                        "under full input   %s, with %,d other cases meanwhile%n", spread(disputes, busy, 0), flooded);
                out.flush();
                Waiting.until("the flood is over", LIMIT, () -> notices.orders() >= 2 * cases + flooded);

                Map<String, Long> away = open(sender, notices, "A", Duration.ofSeconds(20));
                processor.stop();
                Waiting.untilInstant(
                        away.values().stream().mapToLong(Long::longValue).max().orElseThrow());
                long back = System.currentTimeMillis();
                processor.start();
                out.println(
                        "after an outage    " + spread(disputes, away, back) + ", from the start of the processor on");
                out.flush();
            }
        }
        return 0;
    }

    private Map<String, Long> open(CaseSender sender, Arrivals notices, String prefix, Duration ahead) {
        Map<String, Long> dues = new HashMap<>();
        int before = notices.orders();
        long first = System.currentTimeMillis() + ahead.toMillis();
        for (int i = 0; i < cases; i++) {
            String order = prefix + i;
            long due = first + 1000L * i * seconds / cases;
            dues.put(order, due);
            sender.open(order, due);
        }
        sender.flush();
        Waiting.until("the cases are open", LIMIT, () -> notices.orders() >= before + cases);
        return dues;
    }

    /** As many other cases as are processed, a bounded number of them on their way; returns how many. */
    private static int flood(CaseSender sender, Arrivals disputes, Map<String, Long> dues, Arrivals notices) {
        int before = notices.orders();
        int sent = 0;
        while (!disputes.first().keySet().containsAll(dues.keySet())) {
            for (int i = 0; i < 200; i++) {
                sender.open("F" + sent++, System.currentTimeMillis() + CaseSender.WINDOW.toMillis());
            }
            int limit = before + sent - 4_000;
            Waiting.until("the flood is let in", LIMIT, () -> notices.orders() >= limit);
        }
        return sent;
    }

    private static Spread spread(Arrivals disputes, Map<String, Long> dues, long notBefore) {
        Waiting.until(
                "all disputes are open", LIMIT, () -> disputes.first().keySet().containsAll(dues.keySet()));
        return Spread.of(dues.entrySet().stream()
                .mapToLong(due -> disputes.at(due.getKey()) - Math.max(due.getValue(), notBefore))
                .toArray());
    }
}
