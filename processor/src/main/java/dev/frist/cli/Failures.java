package dev.frist.cli;

import dev.frist.config.WrongSettingsException;
import dev.frist.setup.StartupException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Tells what went wrong in one line. Where it comes from is shown only to those who ask. */
public final class Failures {

    /** Exit status where something is wrong, missing or deviates. */
    public static final int FAILED = 1;

    private Failures() {}

    static int tell(Exception failure, CommandLine command, boolean verbose) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("frist: " + line(failure)));
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof GaveUpException ? RunCommand.GAVE_UP : FAILED;
    }

    private static String line(Exception failure) {
        boolean expected = failure instanceof WrongSettingsException
                || failure instanceof StartupException
                || failure instanceof CommandFailedException
                || failure instanceof GaveUpException;
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        return expected ? message : failure.getClass().getSimpleName() + ": " + message + " (--verbose shows where)";
    }
}
