package dev.frist.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code frist} command with its subcommands. */
@Command(
        name = "frist",
        description = "Return windows and dispute escalation for invoice checkouts, on Kafka Streams.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {TestCommand.class})
public final class Frist implements Runnable {

    @Spec
    private CommandSpec spec;

    private Frist() {}

    /** A command without a subcommand is a wrong call: usage goes to standard error, the exit status is 2. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand");
    }

    /**
     * The command line with all subcommands, ready to be executed.
     *
     * @return a fresh command line; it gives exit status 2 for wrong arguments
     */
    public static CommandLine commandLine() {
        return new CommandLine(new Frist());
    }

    /**
     * Entry point of {@code bin/frist}.
     *
     * @param args the command line's arguments
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
