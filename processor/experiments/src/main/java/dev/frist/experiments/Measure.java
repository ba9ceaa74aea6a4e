package dev.frist.experiments;

import dev.frist.experiments.fuzz.FuzzCommand;
import dev.frist.experiments.measure.LatenessCommand;
import dev.frist.experiments.measure.RestoreCommand;
import dev.frist.experiments.measure.StormCommand;
import dev.frist.experiments.measure.TakeoverCommand;
import dev.frist.experiments.measure.WindowsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The experiments that put pressure on the processor and print a figure. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Puts pressure on the processor and prints what came of it.",
        subcommands = {
            FuzzCommand.class,
            StormCommand.class,
            LatenessCommand.class,
            TakeoverCommand.class,
            RestoreCommand.class,
            WindowsCommand.class
        })
public final class Measure {

    private Measure() {}

    /**
     * Entry point.
     *
     * @param arguments of the command line
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Measure()).execute(arguments));
    }
}
