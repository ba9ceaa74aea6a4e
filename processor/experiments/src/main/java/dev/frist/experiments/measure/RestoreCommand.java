package dev.frist.experiments.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a processor takes that has lost its local state. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Opens cases, takes the local state away, and measures from the start of the processor until it is"
                        + " ready again.")
public final class RestoreCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(40);

    @Spec
    private CommandSpec spec;

    @Option(names = "--cases", defaultValue = "1000000", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int cases;

    @Option(names = "--runs", defaultValue = "3", description = "How many restores. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--folder", defaultValue = "target/measure/restore", hidden = true)
    private Path folder = Path.of("target/measure/restore");

    private RestoreCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Rig rig = Rig.open(folder, Map.of());
                CaseSender sender = new CaseSender(rig)) {
            sender.policy();
            ProcessorProcess processor = rig.processor("a").start().awaitReady();
            long due = System.currentTimeMillis() + CaseSender.WINDOW.toMillis();
            try (Arrivals notices = Arrivals.of(rig, rig.topics().notices())) {
                for (int i = 0; i < cases; i++) {
                    sender.open("S" + i, due);
                }
                sender.flush();
                Waiting.until("all cases are open", LIMIT, () -> notices.orders() >= cases);
            }
            processor.stop();
            long kept = start(processor);
            out.printf("  with its state: ready after %,d ms%n", kept);
            long[] took = new long[runs];
            for (int run = 0; run < runs; run++) {
                processor.stop();
                delete(rig.state("a"));
                took[run] = start(processor);
                out.printf("  without, run %d: ready after %,d ms%n", run + 1, took[run]);
                out.flush();
            }
            Arrays.sort(took);
            long median = took[runs / 2];
            out.printf(
                    "restore of %,d open cases: ready after %,d ms (median of %d), of which %,d ms are the start itself:"
                            + " %,d ms for each million%n",
                    cases, median, runs, kept, (median - kept) * 1_000_000 / cases);
            out.flush();
        }
        return 0;
    }

    private static long start(ProcessorProcess processor) {
        long start = System.nanoTime();
        processor.start().awaitReady();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
