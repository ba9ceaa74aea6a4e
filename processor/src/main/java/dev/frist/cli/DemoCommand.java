package dev.frist.cli;

import dev.frist.demo.Demo;
import dev.frist.demo.DemoException;
import dev.frist.demo.DemoPlan;
import dev.frist.demo.DemoSummary;
import dev.frist.demo.Screen;
import dev.frist.stack.StackException;
import dev.frist.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frist demo}: the whole of it on this machine, for a minute. */
@Command(
        name = "demo",
        description = {
            "Live through the published incident in a minute, on a Kafka broker and a schema registry of its own.",
            "Nothing is left running or lying about, also after Ctrl-C."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    private static final List<String> WHERE_NEXT = List.of(
            "Where to look next",
            "  README.md            what Frist is for, and how to run it against your brokers",
            "  topology-docs/       how it decides, and why it is built so",
            "  frist test           the same decisions from a file, on a virtual clock",
            "  frist demo --keep    broker, registry, metrics and topics stay up to look at");

    @Spec
    private CommandSpec spec;

    @Option(names = "--keep", description = "Leave everything up afterwards, say where, and wait for Ctrl-C.")
    private boolean keep;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Keep data and logs there. Default: a temporary folder, deleted in the end.")
    private @Nullable Path folder;

    private volatile boolean interrupted;

    private DemoCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackOptions options = options();
        logTo(options.folder());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted = true, "demo-interrupted"));
        Screen screen = new Screen(
                spec.commandLine().getOut(), Ansi.AUTO, spec.usageMessage().width());
        try (Demo demo = Demo.start(DemoPlan.standard(), options, screen)) {
            play(demo, screen, options.folder());
            return 0;
        } catch (StackException | DemoException expected) {
            return failed(new CommandFailedException(expected.getMessage(), expected));
        } catch (RuntimeException failed) {
            return failed(failed);
        }
    }

    private void play(Demo demo, Screen screen, Path where) throws InterruptedException {
        DemoSummary summary = demo.play();
        screen.line("");
        summary.print(screen);
        screen.line("");
        if (keep) {
            screen.line("Still running, until Ctrl-C:");
            demo.addresses().forEach((name, address) -> screen.line("  %-16s %s".formatted(name, address)));
            screen.line("  %-16s %s".formatted("data and logs", where));
            new CountDownLatch(1).await();
        }
        WHERE_NEXT.forEach(screen::line);
    }

    /** Once Ctrl-C has taken the brokers away everything fails, and none of it is news. */
    private int failed(RuntimeException failure) {
        if (interrupted) {
            return INTERRUPTED;
        }
        throw failure;
    }

    private StackOptions options() throws IOException {
        if (folder == null) {
            return StackOptions.single(Files.createTempDirectory("frist-demo-")).asTemporary();
        }
        return StackOptions.single(Files.createDirectories(folder).toRealPath());
    }

    /** Must come before anything logs: the logging is set up once, when it is first used. */
    private static void logTo(Path where) {
        System.setProperty("frist.demo.folder", where.toString());
        System.setProperty("logback.configurationFile", "dev/frist/demo/logback-demo.xml");
    }
}
