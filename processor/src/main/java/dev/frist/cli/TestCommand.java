package dev.frist.cli;

import dev.frist.scenario.ConsoleReport;
import dev.frist.scenario.CoreEngine;
import dev.frist.scenario.JUnitReport;
import dev.frist.scenario.Marks;
import dev.frist.scenario.ScenarioEngine;
import dev.frist.scenario.ScenarioFiles;
import dev.frist.scenario.ScenarioResult;
import dev.frist.scenario.ScenarioRunner;
import dev.frist.scenario.TopologyEngine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code frist test}: runs scenario files and says which of them hold. */
@Command(
        name = "test",
        description = "Runs scenario files on a virtual clock and compares what is decided with what they expect.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every scenario passed", "1:at least one failed", "2:wrong arguments, or files not found"})
final class TestCommand implements Callable<Integer> {

    /** What runs the scenarios. */
    enum EngineName {
        /** The core, called directly. */
        core,
        /** The whole Streams topology, on a virtual clock. */
        topology
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "Scenario files, or folders of *.yaml.")
    private List<Path> arguments = List.of();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "core",
            description = "What runs them: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EngineName engine = EngineName.core;

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes a report in JUnit's XML.")
    private @Nullable Path junit;

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        ConsoleReport report =
                new ConsoleReport(spec.commandLine().getOut(), Ansi.AUTO, Marks.in(Charset.defaultCharset()));
        ScenarioRunner runner = new ScenarioRunner(engine());
        List<ScenarioResult> results = new ArrayList<>();
        for (Path file : files) {
            ScenarioResult result = runner.run(file);
            report.add(result);
            results.add(result);
        }
        if (junit != null) {
            JUnitReport.write(junit, results);
        }
        report.end();
        return results.stream().allMatch(ScenarioResult::passed) ? 0 : 1;
    }

    private ScenarioEngine engine() {
        return switch (engine) {
            case core -> new CoreEngine();
            case topology -> new TopologyEngine();
        };
    }

    private List<Path> files() throws IOException {
        try {
            return ScenarioFiles.find(arguments);
        } catch (FileSystemException notFound) {
            throw new ParameterException(
                    spec.commandLine(), notFound.getFile() + ": " + notFound.getReason(), notFound);
        }
    }
}
