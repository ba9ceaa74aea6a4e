package dev.frist.cli;

import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.PolicyFile;
import dev.frist.scenario.ScenarioException;
import dev.frist.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The policy files that a command was given. */
final class PolicyFiles {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER",
            description = "YAML files with the fields of WindowPolicy, one version a document; or folders of *.yaml.")
    private List<Path> arguments = List.of();

    private PolicyFiles() {}

    /**
     * Reads all files and tells every problem.
     *
     * @return the versions, in the order of the files
     * @throws CommandFailedException where one is wrong; the problems have been told then
     */
    List<PolicyFile.Entry> read() throws IOException {
        CommandLine command = spec.commandLine();
        List<PolicyFile.Entry> entries = new ArrayList<>();
        int wrong = 0;
        for (Path file : files(command)) {
            try {
                entries.addAll(PolicyFile.read(file));
            } catch (ScenarioException unusable) {
                unusable.problems().forEach(command.getErr()::println);
                wrong++;
            }
        }
        wrong += tellContradictions(entries, command);
        if (wrong > 0) {
            command.getErr().flush();
            throw new CommandFailedException("the policy files are not valid; nothing was written");
        }
        return entries;
    }

    private List<Path> files(CommandLine command) throws IOException {
        try {
            return ScenarioFiles.find(arguments);
        } catch (FileSystemException notFound) {
            throw new ParameterException(command, notFound.getFile() + ": " + notFound.getReason(), notFound);
        }
    }

    /** One version that is written twice must say the same. */
    private static int tellContradictions(List<PolicyFile.Entry> entries, CommandLine command) {
        Map<PolicyRef, PolicyFile.Entry> seen = new HashMap<>();
        int wrong = 0;
        for (PolicyFile.Entry entry : entries) {
            WindowPolicy policy = entry.policy();
            PolicyFile.Entry earlier = seen.putIfAbsent(policy.ref(), entry);
            if (earlier != null && !earlier.policy().equals(policy)) {
                command.getErr()
                        .println(entry.place() + ": " + policy.ref() + " says something else than " + earlier.place()
                                + "; a version is never rewritten, take the next number");
                wrong++;
            }
        }
        return wrong;
    }
}
