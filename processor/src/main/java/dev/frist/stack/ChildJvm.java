package dev.frist.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, which ends with this one. */
public final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LAST_LINES = 5;

    private final String name;
    private final Path log;
    private final Process process;

    private ChildJvm(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param name what messages call it
     * @param folder its working folder; its output goes to {@code NAME.log} there
     * @param jvmOptions options of the virtual machine
     * @param classPath where {@code mainClass} is
     * @throws StackException if it cannot be started
     */
    public static ChildJvm start(
            String name, Path folder, List<String> jvmOptions, String classPath, String mainClass, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(classPath + java.io.File.pathSeparator + ownClasses());
        command.add(TiedProcess.class.getName());
        command.add(mainClass);
        command.addAll(args);
        Path log = folder.resolve(name + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ChildJvm(name, log, process);
        } catch (IOException failed) {
            throw new StackException(name + " cannot be started", failed);
        }
    }

    /** Whether its process is there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** The status that it ended with; empty while it runs. A signal counts as 128 and its number. */
    public OptionalInt exitStatus() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * Waits for a program that ends by itself.
     *
     * @throws StackException if it takes longer than {@code limit}, or fails
     */
    void awaitSuccess(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new StackException(name + " took longer than " + limit.toSeconds() + " s" + lastWords());
            }
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
            throw new StackException(name + " was interrupted", interrupted);
        }
        if (process.exitValue() != 0) {
            throw new StackException(name + " failed with exit status " + process.exitValue() + lastWords());
        }
    }

    /** What it said last, for a message about its failure. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return "; " + log + " ends with: "
                    + String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "; see " + log;
        }
    }

    /** Asks it to end, and sees to it that it does. */
    @Override
    public void close() {
        terminate();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, and does not wait. */
    public void terminate() {
        // Process.destroy would close the pipe by which the child knows that its parent lives, and so cut its end
        // short.
        process.toHandle().destroy();
    }

    /** Ends it at once and gives it no chance to tidy up, as a lost machine would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private static String ownClasses() {
        try {
            return Path.of(TiedProcess.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException notAPath) {
            throw new IllegalStateException("the program lies at no path", notAPath);
        }
    }
}
