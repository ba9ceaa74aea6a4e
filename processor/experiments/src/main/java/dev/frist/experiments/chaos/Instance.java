package dev.frist.experiments.chaos;

import dev.frist.stack.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A processor in a process of its own, with a folder, settings and a log that outlive the process. For one thread. */
final class Instance {

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final String name;
    private final Path folder;
    private final Program program;
    private @Nullable ChildJvm process;
    private boolean isFrozen;
    private long loggedBefore;

    /**
     * An instance that does not run yet.
     *
     * @param folder has its settings already
     */
    Instance(String name, Path folder, Program program) {
        this.name = name;
        this.folder = folder;
        this.program = program;
    }

    String name() {
        return name;
    }

    void start() {
        if (isAlive()) {
            throw new ExperimentException(name + " runs already");
        }
        isFrozen = false;
        loggedBefore = logged();
        process = ChildJvm.start(
                name,
                folder,
                program.options(JVM_OPTIONS),
                program.classPath(),
                program.mainClass(),
                program.arguments());
    }

    boolean isAlive() {
        ChildJvm current = process;
        return current != null && current.isAlive();
    }

    boolean isFrozen() {
        return isFrozen;
    }

    /** Whether it has come far enough since its last start to end well on SIGTERM. */
    boolean hasBegun() {
        return loggedSince(loggedBefore).contains("metrics ");
    }

    /** Whether it has said since its last start that it runs, and not since that it does not. */
    boolean isRunning() {
        String said = loggedSince(loggedBefore);
        return said.lastIndexOf("state RUNNING (was") > said.lastIndexOf("(was RUNNING)");
    }

    /** What the names of its clients begin with, as it has logged it. */
    String clientId(String applicationId) {
        Matcher found =
                Pattern.compile(Pattern.quote(applicationId) + "-[0-9a-f-]{36}").matcher(loggedSince(loggedBefore));
        if (!found.find()) {
            throw new ExperimentException(name + " has not said what its clients are called");
        }
        return found.group();
    }

    /** What it ended with, where it was started and has ended. */
    OptionalInt exitStatus() {
        ChildJvm current = process;
        return current == null ? OptionalInt.empty() : current.exitStatus();
    }

    void kill() {
        running().kill();
    }

    void freeze() {
        Signals.freeze(running().pid());
        isFrozen = true;
    }

    void thaw() {
        Signals.thaw(running().pid());
        isFrozen = false;
    }

    /**
     * Asks it to end and waits for it.
     *
     * @return the exit status
     * @throws ExperimentException where it does not end
     */
    int stop() {
        ChildJvm current = running();
        current.terminate();
        long end = System.nanoTime() + STOP_LIMIT.toNanos();
        while (current.isAlive()) {
            if (System.nanoTime() - end > 0) {
                current.kill();
                throw new ExperimentException(name + " did not end within " + STOP_LIMIT + " of SIGTERM");
            }
            LockSupport.parkNanos(20_000_000);
        }
        return current.exitStatus().orElseThrow();
    }

    /** Ends it whatever state it is in. */
    void end() {
        ChildJvm current = process;
        if (current != null && current.isAlive()) {
            current.kill();
        }
    }

    /** Loses its state, as a machine that is replaced does. */
    void loseState() {
        try {
            ChaosFolders.delete(folder.resolve(Program.STATE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What it logged after a number of bytes. */
    String loggedSince(long offset) {
        Path log = folder.resolve(name + ".log");
        try {
            byte[] all = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
            int from = (int) Math.min(offset, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many bytes it has logged. */
    long logged() {
        try {
            Path log = folder.resolve(name + ".log");
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ChildJvm running() {
        ChildJvm current = process;
        if (current == null || !current.isAlive()) {
            throw new ExperimentException(name + " does not run, so nothing can be done to it");
        }
        return current;
    }
}
