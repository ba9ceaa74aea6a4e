package dev.frist.cli;

import dev.frist.cli.deadletter.DeadLettersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code frist} command with its subcommands. */
@Command(
        name = "frist",
        description = "Return windows and dispute escalation for invoice checkouts, on Kafka Streams.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well; of `run`: stopped cleanly",
            "1:a wrong setting, something that can't be reached or is missing, or something that deviates",
            "2:wrong arguments",
            "3:of `run`: gave up after failures while running, or did not stop in time"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            HealthCommand.class,
            TopicsCommand.class,
            PolicyCommand.class,
            DeadLettersCommand.class,
            AclsCommand.class,
            ConfigCommand.class,
            TestCommand.class
        })
public final class Frist implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show where errors come from.")
    private boolean verbose;

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
        Frist frist = new Frist();
        return new CommandLine(frist)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.tell(failure, command, frist.verbose));
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
