package dev.frist.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code frist policy}: the versions of window policies. */
@Command(
        name = "policy",
        description = "Validate, publish and list window policies.",
        subcommands = {PolicyValidateCommand.class, PolicyApplyCommand.class, PolicyListCommand.class})
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private PolicyCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand");
    }
}
