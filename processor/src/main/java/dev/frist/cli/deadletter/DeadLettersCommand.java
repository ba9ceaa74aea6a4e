package dev.frist.cli.deadletter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code frist dead-letters}: records that were refused. */
@Command(
        name = "dead-letters",
        description = "Find refused records, look at them, take them out, and send them again once the cause is gone.",
        subcommands = {ListCommand.class, ShowCommand.class, ExportCommand.class, RedriveCommand.class})
public final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private DeadLettersCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand");
    }
}
