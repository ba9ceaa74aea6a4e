package dev.frist.experiments.chaos;

import dev.frist.experiments.history.Form;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The failure experiments as a command. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the processor on brokers that fail, under producers that err, and checks what came out.",
            "Results are appended to a report, so that seeds can be run one at a time."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every planned failure happened, and nothing is wrong",
            "1:a promise was broken, or the experiment fell short",
            "2:wrong arguments"
        })
public final class ChaosCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Which experiments to run, comma-separated; a seed determines all of it. Default: 1.")
    private List<Long> seeds = new ArrayList<>();

    @Option(names = "--form", defaultValue = "long", description = "long or short. Default: ${DEFAULT-VALUE}.")
    private String form = Form.LONG.name();

    @Option(names = "--orders", description = "How many orders. Default: 20000 in the long form, 2000 in the short.")
    private @Nullable Integer orders;

    @Option(
            names = "--main",
            defaultValue = Program.PROCESSOR,
            description = "The main class that is to be examined. Default: the processor's.")
    private String main = Program.PROCESSOR;

    @Option(
            names = "--distribution",
            paramLabel = "FOLDER",
            defaultValue = "processor/target/frist",
            description = "Where the distribution lies. Default: ${DEFAULT-VALUE}.")
    private Path distribution = Path.of("processor/target/frist");

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "processor/experiments/target/chaos",
            description = "Where data, logs, recordings and the report go. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("processor/experiments/target/chaos");

    @Option(names = "--keep", description = "Keep data, logs and recording also where nothing is wrong.")
    private boolean keep;

    private ChaosCommand() {}

    /**
     * Entry point.
     *
     * @param args the command line's arguments
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ChaosCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Form chosen = form();
        Program program = Program.of(main, distribution);
        ReportFile report = new ReportFile(folder.resolve("report.jsonl"));
        boolean isGood = true;
        for (long seed : seeds) {
            Path own = ChaosFolders.empty(folder.toAbsolutePath().resolve(chosen.name() + "-" + seed));
            Outcome outcome = run(seed, chosen, program, own, out);
            ReportFile.printWhole(outcome, out);
            report.append(outcome);
            if (outcome.isGood() && !keep) {
                ChaosFolders.delete(own);
            }
            isGood &= outcome.isGood();
        }
        ReportFile.printTable(report.read(), out);
        return isGood ? 0 : 1;
    }

    /** One seed in a folder of its own; what keeps it from ending is an outcome too. */
    static Outcome run(long seed, Form form, Program program, Path own, PrintWriter out)
            throws IOException, InterruptedException {
        Experiment experiment = new Experiment(seed, form, program, own, out);
        try {
            return experiment.run();
        } catch (RuntimeException failed) {
            failed.printStackTrace(out);
            return experiment.failed(failed);
        }
    }

    private Form form() {
        Form named = Form.named(form);
        if (named == null) {
            throw new ParameterException(spec.commandLine(), "There is no form '" + form + "': long or short");
        }
        return orders == null ? named : named.withOrders(orders);
    }
}
