package dev.frist.cli.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.frist.cli.ConfigOptions;
import dev.frist.cli.PlainTable;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frist dead-letters list}: what was refused and not yet sent again. */
@Command(
        name = "list",
        description = "List refused records: those that were not sent again yet, the oldest of each partition first.")
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--all", description = "Those that were sent again, too.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most N. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ConfigOptions settings;

    private ListCommand() {}

    @Override
    public Integer call() throws JsonProcessingException {
        Search.Found found = Search.find(settings.load(), selection, all, limit);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ArrayNode list = Described.JSON.createArrayNode();
            found.dead().forEach(dead -> list.add(dead.summary()));
            out.println(Described.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list));
        } else if (found.dead().isEmpty()) {
            out.println("no dead letters");
        } else {
            print(found, out);
        }
        out.flush();
        return 0;
    }

    private static void print(Search.Found found, PrintWriter out) {
        PlainTable table = new PlainTable("ID", "AGE", "REASON", "EVENT", "CAME FROM", "SOURCE", "STATUS", "WHY");
        Map<String, Long> counts = found.dead().stream()
                .collect(Collectors.groupingBy(dead -> dead.refused().reason(), TreeMap::new, Collectors.counting()));
        for (Described dead : found.dead()) {
            String eventId = dead.refused().eventId();
            String source = dead.source();
            table.row(
                    dead.refused().id().toString(),
                    SelectionOptions.age(dead.refused().refusedAt()),
                    dead.refused().reason(),
                    eventId == null ? "-" : eventId,
                    dead.origin(),
                    source == null ? "-" : source,
                    dead.isRedriven() ? "sent again" : "open",
                    dead.refused().message().replaceAll("\\s+", " "));
        }
        table.print(out);
        out.println();
        out.println(found.dead().size() + " in all" + (found.isCut() ? ", and more (--limit)" : "") + ": "
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ")));
    }
}
