package dev.frist.experiments.check;

import dev.frist.experiments.record.RecordingFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks recordings that were kept, without the brokers that they were made on. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judge recordings of experiments again.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is wrong, or a recording can't be read", "2:wrong arguments"
        })
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "A folder that a recording was saved in.")
    private List<Path> folders = List.of();

    private CheckCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        boolean isClean = true;
        for (Path folder : folders) {
            out.println(folder);
            Report report = Checker.check(RecordingFolder.load(folder));
            report.print(out);
            isClean &= report.isClean();
        }
        return isClean ? 0 : 1;
    }

    /** The command line, ready to be executed. */
    public static CommandLine commandLine() {
        return new CommandLine(new CheckCommand());
    }

    /** Entry point. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
