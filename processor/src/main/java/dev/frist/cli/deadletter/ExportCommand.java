package dev.frist.cli.deadletter;

import dev.frist.cli.ConfigOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frist dead-letters export}: refused records as JSON lines, to be looked at, mended, and sent again. */
@Command(
        name = "export",
        description = {
            "Write refused records as JSON, one a line, with bytes (Base64) and the decoded event.",
            "An event that was mended there can be sent again: `frist dead-letters redrive --fixed FILE`."
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--to", paramLabel = "FILE", description = "Default: standard output.")
    private @Nullable Path file;

    @Option(names = "--all", description = "Those that were sent again, too.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            description = "At most N. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private ConfigOptions settings;

    private ExportCommand() {}

    @Override
    public Integer call() throws IOException {
        Search.Found found = Search.find(settings.load(), selection, all, limit);
        PrintWriter out = spec.commandLine().getOut();
        if (file == null) {
            write(found.dead(), out);
        } else {
            try (PrintWriter into = new PrintWriter(Files.newBufferedWriter(file))) {
                write(found.dead(), into);
                if (into.checkError()) {
                    throw new IOException("can't write to " + file);
                }
            }
            out.println(found.dead().size() + " dead letters written to " + file
                    + (found.isCut() ? "; there are more (--limit)" : ""));
        }
        out.flush();
        return 0;
    }

    private static void write(List<Described> dead, PrintWriter out) throws IOException {
        for (Described each : dead) {
            out.println(Described.JSON.writeValueAsString(each.whole()));
        }
    }
}
