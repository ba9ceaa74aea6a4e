package dev.frist.experiments.fuzz;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records that were tampered with, as a command. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description =
                "Sends records that were tampered with through the whole topology, and checks after each of them that"
                        + " nothing stopped, that nothing but the fact in it was added, and that all else became a dead letter with"
                        + " a reason.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is", "2:wrong arguments"})
public final class FuzzCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--records", defaultValue = "10000000", description = "How many. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(names = "--seed", defaultValue = "1", description = "Determines all of them. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--threads", defaultValue = "0", description = "How many at a time. Default: one for each core.")
    private int threads;

    private FuzzCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        int cores = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        Counts counts = new Fuzz(seed, records, cores).run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long sent = counts.fates().entrySet().stream()
                .filter(fate -> !fate.getKey().startsWith("("))
                .mapToLong(Map.Entry::getValue)
                .sum();
        counts.fates().forEach((fate, count) -> out.printf("%,14d  %s%n", count, fate));
        out.printf(
                "%,14d  records, seed %d, in %d s on %d threads: %,d a second%n",
                sent, seed, took.toSeconds(), cores, sent * 1000 / Math.max(1, took.toMillis()));
        out.printf("%,14d  findings%n", counts.found());
        counts.findings().forEach(out::println);
        out.flush();
        return counts.found() == 0 ? 0 : 1;
    }
}
