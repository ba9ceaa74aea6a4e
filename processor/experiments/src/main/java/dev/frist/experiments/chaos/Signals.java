package dev.frist.experiments.chaos;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals for which Java has no method of its own. */
final class Signals {

    private static final int SECONDS = 5;

    private Signals() {}

    /** Stops a process where it stands, as a long pause or a lost network would. */
    static void freeze(long pid) {
        send("STOP", pid);
    }

    /** Lets it go on. */
    static void thaw(long pid) {
        send("CONT", pid);
    }

    private static void send(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new ExperimentException("there is no process " + pid + " to send SIG" + signal + " to");
            }
        } catch (IOException failed) {
            throw new ExperimentException("SIG" + signal + " cannot be sent: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExperimentException("interrupted", interrupted);
        }
    }
}
